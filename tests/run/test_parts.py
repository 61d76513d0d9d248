"""Part files: what was written comes back; what is damaged is not done."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept.box import DamagedError
from pipeline.kept.cache import Cache
from pipeline.records import Failure
from pipeline.run.parts import is_done, part_name, read_part, write_part
from pipeline.run.worker import JOINED, Worked

WHOLE = [Worked("a", {"quotes": b"{}\n" * 40, "maps": b""}), Worked("b", {"quotes": b""})]
KEPT = Worked("k", {}, kept=("0f", "1e"))
FAILED = Worked("c", {}, Failure(input="c.txt", error="killed", fix="part it"))
KEY = "0123456789abcdef"


@pytest.fixture
def part(tmp_path: Path) -> Path:
    write_part(tmp_path / "parts" / part_name(7, KEY), WHOLE)
    return tmp_path / "parts" / part_name(7, KEY)


def test_results_and_failures_come_back_and_nothing_else_is_left(part: Path) -> None:
    write_part(part, [*WHOLE, KEPT, FAILED])
    found = read_part(part)
    assert found.ids == ["a", "b", "k", "c"]
    assert found.one(0, "quotes") == WHOLE[0].pieces["quotes"]
    assert found.kept == [None, None, ("0f", "1e"), None]
    assert found.failures == {3: FAILED.failure}
    assert list(part.parent.iterdir()) == [part]


def test_a_whole_part_is_done(part: Path) -> None:
    assert is_done(part)
    assert not is_done(part.with_name("1.part"))


def test_a_part_under_the_name_of_another_is_not_done(part: Path) -> None:
    other = part.rename(part.with_name(part_name(7, KEY[::-1])))
    assert not is_done(other)


def test_a_part_with_a_failure_gets_another_chance(part: Path) -> None:
    write_part(part, [*WHOLE, FAILED])
    assert not is_done(part)


@given(st.data())
def test_a_cut_part_is_not_done(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    part = tmp_path_factory.mktemp("part") / "0.part"
    write_part(part, WHOLE)
    part.write_bytes(part.read_bytes()[: data.draw(st.integers(0, part.stat().st_size - 1))])
    assert not is_done(part)


@given(st.data())
def test_a_part_with_flipped_bits_is_not_done_or_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    part = tmp_path_factory.mktemp("part") / "0.part"
    write_part(part, WHOLE)
    right = read_part(part)
    raw = bytearray(part.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(raw) * 8 - 1), min_size=1, max_size=4, unique=True)):
        raw[at // 8] ^= 1 << at % 8
    part.write_bytes(raw)
    assert not is_done(part) or read_part(part) == right


def test_an_empty_part_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "0.part").write_bytes(b"")
    with pytest.raises(DamagedError):
        read_part(tmp_path / "0.part")


def test_a_part_is_kept_where_its_pages_are(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    for number, (results, is_kept) in enumerate([([KEPT], True), ([KEPT, *WHOLE], False), ([KEPT, FAILED], False)]):
        key = f"{number}{KEY}"
        write_part(tmp_path / part_name(0, key), results)
        read_part(tmp_path / part_name(0, key), cache)
        assert (cache.get(JOINED, key) is not None) is is_kept
