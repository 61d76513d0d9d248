"""Damage of packed files is told, never passed over."""

import gzip
from pathlib import Path

import pytest
import zstandard

from pipeline.errors import InputError
from pipeline.records.jsonl import count_lines, dump_lines, read
from pipeline.records.layout import Layout
from pipeline.records.lines_of import CHUNK, count_lines_of, lines_of
from pipeline.records.output import output
from pipeline.records.schema import FILES
from pipeline.records.sentence import Sentence

PACKED = [Layout("jsonl", "gz"), Layout("jsonl", "zst"), Layout("parquet")]
ROWS = [
    Sentence(id=f"a:s{n}", article="a", index=n, start=n, end=n + 9, text=f"Words {n * n}.", kind="body", paragraph=n)
    for n in range(500)
]


def written(out: Path, layout: Layout) -> Path:
    with output(out, "sentences", layout) as file:
        file.put(dump_lines(ROWS))
    return out / layout.files("sentences")[0]


@pytest.mark.parametrize("layout", PACKED)
@pytest.mark.parametrize("at", [0.0, 0.1, 0.5, 0.999])
def test_a_file_that_is_cut_off_is_named(tmp_path: Path, layout: Layout, at: float) -> None:
    file = written(tmp_path, layout)
    file.write_bytes(file.read_bytes()[: int(at * file.stat().st_size)])
    with pytest.raises(InputError) as caught:
        list(read(tmp_path / "sentences.jsonl", FILES["sentences"], "sentences"))
    assert caught.value.where == str(file)
    assert "damaged" in caught.value.what
    with pytest.raises(InputError):
        count_lines(tmp_path / "sentences.jsonl", "sentences")


@pytest.mark.parametrize("layout", PACKED)
def test_a_byte_that_changed_is_noticed(tmp_path: Path, layout: Layout) -> None:
    file = written(tmp_path, layout)
    whole = file.read_bytes()
    for at in range(10, len(whole), len(whole) // 20):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            found = list(read(tmp_path / "sentences.jsonl", Sentence, "sentences"))
        except InputError:
            continue
        assert found == ROWS  # a byte that means nothing, such as gzip's note of the system


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_files_packed_piece_by_piece_are_read_whole(tmp_path: Path, suffix: str) -> None:
    pack = gzip.compress if suffix == ".gz" else zstandard.ZstdCompressor().compress
    file = tmp_path / f"x.jsonl{suffix}"
    file.write_bytes(pack(b"one\ntw") + pack(b"") + pack(b"o\nthree"))
    assert [line.strip() for line in lines_of(file)] == [b"one", b"two", b"three"]
    assert count_lines_of(file) == 3


def test_a_line_longer_than_a_chunk_is_one_line(tmp_path: Path) -> None:
    long = b"x" * (3 * CHUNK)
    file = tmp_path / "x.jsonl.zst"
    file.write_bytes(zstandard.ZstdCompressor().compress(long + b"\n" + long))
    assert list(lines_of(file)) == [long, long]


def test_a_plain_file_that_is_no_text_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "sentences.jsonl").write_bytes(b"\xff\xfe\x00\n")
    with pytest.raises(InputError) as caught:
        list(read(tmp_path / "sentences.jsonl", Sentence, "sentences"))
    assert caught.value.where.endswith("sentences.jsonl:1")
