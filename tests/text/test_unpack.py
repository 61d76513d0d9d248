"""Packed inputs: read in a stream, named as unpacked, whole or a failure."""

import gzip
import hashlib
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text import byte_lines
from pipeline.text.kinds import Packing
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs
from pipeline.text.unpack import unpacked

PACK: dict[Packing, Callable[[bytes], bytes]] = {"gz": gzip.compress, "zst": zstandard.compress}
both = pytest.mark.parametrize("packing", PACK)
MAX = 1000
CONTENT = {
    "a1.txt": b"A text.",
    "a1.html": b"<html><body><article><p>"
    + b"The mayor of Harlow kept the rule. " * 9
    + b"</p></article></body></html>",
    "a1.jsonl": b'{"id": "a1", "text": "A text."}\n',
    "a1.csv": b"id,text\na1,A text.\n",
    "a1.tsv": b"id\ttext\na1\tA text.\n",
}


def one(path: Path) -> RawArticle | Failure:
    (found,) = read_inputs([str(path)], MAX)
    return found


@both
@pytest.mark.parametrize("name", CONTENT)
def test_every_kind_may_be_packed_and_keeps_its_id(tmp_path: Path, name: str, packing: Packing) -> None:
    path = tmp_path / f"{name}.{packing}"
    path.write_bytes(PACK[packing](CONTENT[name]))
    found = one(path)
    assert isinstance(found, RawArticle), found
    assert (found.id, found.source_file) == ("a1", f"{name}.{packing}")
    if name == "a1.txt":
        assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@both
def test_standard_input_is_unpacked_by_its_first_bytes(packing: Packing) -> None:
    for data in (PACK[packing](CONTENT["a1.jsonl"]), CONTENT["a1.jsonl"]):
        (found,) = read_inputs(["-"], MAX, stdin=io.BytesIO(data))
        assert isinstance(found, RawArticle)


@both
def test_a_stream_that_is_cut_off_names_the_line_and_keeps_what_came_before(tmp_path: Path, packing: Packing) -> None:
    lines = b"".join(
        json.dumps({"id": str(n), "text": hashlib.sha256(b"%d" % n).hexdigest()}).encode() + b"\n" for n in range(9999)
    )
    packed = PACK[packing](lines)
    (tmp_path / f"a.jsonl.{packing}").write_bytes(packed[: len(packed) // 2])
    *found, last = read_inputs([str(tmp_path)], MAX)
    assert 10 < len(found) < 9999
    assert isinstance(last, Failure)
    assert last.input == f"a.jsonl.{packing}:{len(found) + 1}"
    assert "cut off" in last.error


@both
def test_a_bomb_is_a_failure_and_never_held(tmp_path: Path, packing: Packing) -> None:
    bomb = PACK[packing](b" " * 100_000_000)
    for name in ("a.txt", "b.html", "c.jsonl", "d.csv"):
        (tmp_path / f"{name}.{packing}").write_bytes(bomb)
    tracemalloc.start()
    found = list(read_inputs([str(tmp_path)], MAX))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(x) for x in found] == [Failure] * 4
    assert most < 40_000_000


@both
def test_a_bomb_of_blank_lines_is_given_up(tmp_path: Path, packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_lines, "MOST_IN_VAIN", 100_000)
    (tmp_path / f"a.jsonl.{packing}").write_bytes(PACK[packing](b"\n" * 300_000 + CONTENT["a1.jsonl"]))
    (tmp_path / f"b.jsonl.{packing}").write_bytes(PACK[packing](b"x" * 900_000 + b"\n" + CONTENT["a1.jsonl"]))
    found = list(read_inputs([str(tmp_path)], 1))
    assert [x.input for x in found if isinstance(x, Failure)] == [f"a.jsonl.{packing}:100001", f"b.jsonl.{packing}:1"]


@both
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300), at=st.integers(0, 400), size=st.integers(1, 50))
def test_any_stream_comes_back_whole_and_any_cut_is_told(packing: Packing, data: bytes, at: int, size: int) -> None:
    packed = PACK[packing](data) + PACK[packing](data)  # members and frames may follow each other
    stream = unpacked(io.BytesIO(packed), packing, "in")
    assert b"".join(iter(lambda: stream.read(size), b"")) == data * 2
    once = len(packed) // 2
    cut = packed[: at % once]
    if cut:
        with pytest.raises(InputError):
            unpacked(io.BytesIO(cut), packing, "in").read()


@both
def test_what_is_not_packed_as_its_name_says_is_a_failure(tmp_path: Path, packing: Packing) -> None:
    (tmp_path / f"a.txt.{packing}").write_bytes(b"plain text")
    found = one(tmp_path / f"a.txt.{packing}")
    assert isinstance(found, Failure)
    assert "broken" in found.error
