"""Part files: what was written comes back; what is damaged is not done."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept.box import DamagedError
from pipeline.kept.cache import Cache
from pipeline.records import Failure
from pipeline.run.parts import LENGTH, is_done, read_part, write_part
from pipeline.run.worker import Worked

WHOLE = [Worked("a", {"quotes": b"{}\n" * 40, "maps": b""}), Worked("b", {"quotes": b""})]
NOTHING = Cache(None)
KEPT = Worked("k", {}, kept=("0f", "1e"))
FAILED = Worked("c", {}, Failure(input="c.txt", error="killed", fix="part it"))


@pytest.fixture
def part(tmp_path: Path) -> Path:
    write_part(tmp_path / "parts" / "0.part", WHOLE)
    return tmp_path / "parts" / "0.part"


def test_results_and_failures_come_back_and_nothing_else_is_left(part: Path) -> None:
    write_part(part, [*WHOLE, KEPT, FAILED])
    assert list(read_part(part)) == [*WHOLE, KEPT, FAILED]
    assert list(part.parent.iterdir()) == [part]


def test_a_whole_part_is_done_for_its_number_of_articles(part: Path) -> None:
    assert is_done(part, 2, NOTHING)
    assert not is_done(part, 3, NOTHING)
    assert not is_done(part.with_name("1.part"), 2, NOTHING)


def test_a_part_with_a_failure_gets_another_chance(part: Path) -> None:
    write_part(part, [*WHOLE, FAILED])
    assert not is_done(part, 3, NOTHING)


@given(st.data())
def test_a_cut_part_is_not_done(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    part = tmp_path_factory.mktemp("part") / "0.part"
    write_part(part, WHOLE)
    part.write_bytes(part.read_bytes()[: data.draw(st.integers(0, part.stat().st_size - 1))])
    assert not is_done(part, 2, NOTHING)


@given(st.data())
def test_a_part_with_flipped_bits_is_not_done_or_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    part = tmp_path_factory.mktemp("part") / "0.part"
    write_part(part, WHOLE)
    raw = bytearray(part.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(raw) * 8 - 1), min_size=1, max_size=4, unique=True)):
        raw[at // 8] ^= 1 << at % 8
    part.write_bytes(raw)
    assert not is_done(part, 2, NOTHING) or list(read_part(part)) == WHOLE


@pytest.mark.parametrize("length", [1, 2**31, 2**40, 2**63])
def test_a_damaged_length_asks_for_no_memory(tmp_path: Path, length: int) -> None:
    (tmp_path / "0.part").write_bytes(LENGTH.pack(length))
    with pytest.raises(DamagedError):
        list(read_part(tmp_path / "0.part"))


def test_a_part_is_done_only_where_what_it_names_is_kept(tmp_path: Path) -> None:
    write_part(tmp_path / "0.part", [KEPT])
    cache = Cache(tmp_path / "cache")
    assert not is_done(tmp_path / "0.part", 1, NOTHING)
    assert not is_done(tmp_path / "0.part", 1, cache)
    for layer, key in (("text", "0f"), ("labels", "1e"), ("drawn", "1e")):
        cache.put(layer, key, {"maps": b""})
    assert is_done(tmp_path / "0.part", 1, cache)
