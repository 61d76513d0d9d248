"""Outputs in every layout: what is written is read, the same bytes each time, whole or not at all."""

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from random_records import LAYOUTS, by_article

from pipeline.records.jsonl import count_lines, dump_lines, read
from pipeline.records.layout import PLAIN, Layout
from pipeline.records.output import output, outputs
from pipeline.records.schema import FILES

SOME = settings(max_examples=25, deadline=None)
Articles = list[list[Any]]


def write(out: Path, name: str, articles: Articles, layout: Layout) -> None:
    with output(out, name, layout, len(articles)) as file:
        for records in articles:
            file.put(dump_lines(records))


def unpacked(file: Path) -> bytes:
    data = file.read_bytes()
    if file.suffix == ".gz":
        return gzip.decompress(data)
    return zstandard.ZstdDecompressor().decompressobj().decompress(data) if file.suffix == ".zst" else data


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@contextmanager
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("name", FILES)
@SOME
@given(data=st.data())
def test_what_is_written_is_read(name: str, data: st.DataObject) -> None:
    articles, layout = data.draw(by_article(name)), data.draw(LAYOUTS)
    with scratch() as out:
        write(out, name, articles, layout)
        path = out / f"{name}.jsonl"
        written = [record for records in articles for record in records]
        assert list(read(path, FILES[name], "any")) == written
        assert count_lines(path, "any") == len(written)


@SOME
@given(by_article("sentences"), LAYOUTS)
def test_the_same_lines_give_the_same_bytes(articles: Articles, layout: Layout) -> None:
    with scratch() as one, scratch() as other:
        write(one, "sentences", articles, layout)
        write(other, "sentences", articles, layout)
        assert sorted(contents(one)) == layout.files("sentences")
        assert contents(one) == contents(other)


@SOME
@given(by_article("quotes"), LAYOUTS.filter(lambda layout: layout.form == "jsonl"))
def test_shards_strung_together_are_the_plain_file(articles: Articles, layout: Layout) -> None:
    with scratch() as out, scratch() as plain:
        write(out, "quotes", articles, layout)
        write(plain, "quotes", articles, PLAIN)
        together = b"".join(unpacked(out / file) for file in layout.files("quotes"))
        assert together == (plain / "quotes.jsonl").read_bytes()


def test_shards_hold_consecutive_articles_in_like_numbers(tmp_path: Path) -> None:
    layout = Layout("jsonl", None, 3)
    with output(tmp_path, "quotes", layout, 7) as file:
        for number in range(7):
            file.put(b"%d\n" % number)
    assert [(tmp_path / name).read_bytes() for name in layout.files("quotes")] == [b"0\n1\n2\n", b"3\n4\n", b"5\n6\n"]


def test_there_are_as_many_shards_as_asked_for_however_few_articles(tmp_path: Path) -> None:
    layout = Layout("jsonl", "zst", 4)
    with output(tmp_path, "quotes", layout, 1) as file:
        file.put(b"x\n")
    assert [unpacked(tmp_path / name) for name in layout.files("quotes")] == [b"x\n", b"", b"", b""]


def test_no_time_and_no_name_is_in_a_packed_file(tmp_path: Path) -> None:
    write(tmp_path, "quotes", [[]], Layout("jsonl", "gz"))
    head = (tmp_path / "quotes.jsonl.gz").read_bytes()[:8]
    assert head == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


def test_other_layouts_and_what_a_killed_run_left_are_removed(tmp_path: Path) -> None:
    for layout in (PLAIN, Layout("jsonl", "gz"), Layout("jsonl", "zst", 3), Layout("parquet")):
        for name in layout.files("quotes"):
            (tmp_path / name).touch()
    for name in (".quotes-00001-of-00009.jsonl.part", "quotes.txt", "my-quotes.jsonl", "quotes-old.jsonl"):
        (tmp_path / name).touch()
    write(tmp_path, "quotes", [[]], Layout("jsonl", None, 2))
    assert sorted(contents(tmp_path)) == [
        "my-quotes.jsonl",
        "quotes-00000-of-00002.jsonl",
        "quotes-00001-of-00002.jsonl",
        "quotes-old.jsonl",
        "quotes.txt",
    ]


@pytest.mark.parametrize("layout", [PLAIN, Layout("jsonl", "gz", 2), Layout("jsonl", "zst", 2), Layout("parquet")])
def test_a_failure_leaves_what_was_there(tmp_path: Path, layout: Layout) -> None:
    (tmp_path / "failures.jsonl").write_text("old\n")
    (tmp_path / "failures.jsonl.gz").write_text("older\n")
    before = contents(tmp_path)
    with pytest.raises(RuntimeError), outputs(tmp_path, ["failures", "outlets"], layout, 2) as files:
        files["failures"].put(b'{"input": "a", "error": "b", "fix": "c"}\n')
        raise RuntimeError
    assert contents(tmp_path) == before


def test_a_disk_that_is_full_at_the_end_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "failures.jsonl").write_text("old\n")
    calls = []

    def full(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"), outputs(tmp_path, ["failures", "outlets"]) as files:
        for file in files.values():
            file.put(b"new\n")
    assert contents(tmp_path) == {"failures.jsonl": b"old\n"}


def test_outputs_take_their_names_together(tmp_path: Path) -> None:
    with outputs(tmp_path, ["quotes", "maps"], Layout("jsonl", None, 2), 2) as files:
        for _ in range(2):
            for file in files.values():
                file.put(b"{}\n")
        files["quotes"].finish()
        assert all(name.endswith(".part") for name in contents(tmp_path))
    assert not any(name.endswith(".part") for name in contents(tmp_path))
