"""Reading inputs: what comes out, what becomes a failure, and what stops at once."""

import hashlib
import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.records.own_files import own_files
from pipeline.text.columns import parse_columns
from pipeline.text.read import RawArticle, read_inputs

MAX = 100


def read(*paths: object, max_chars: int = MAX) -> list[RawArticle | Failure]:
    return list(read_inputs([str(p) for p in paths], max_chars))


def one(path: Path, **given: Any) -> RawArticle | Failure:
    (found,) = read(path, **given)
    return found


def failed(found: RawArticle | Failure) -> Failure:
    assert isinstance(found, Failure)
    assert found.error
    assert found.fix
    return found


def line(**fields: Any) -> str:
    return json.dumps({"id": "a", "text": "A text."} | fields)


def jsonl(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "in.jsonl"
    path.write_bytes(b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines))
    return path


def test_txt_file_is_taken_unchanged(tmp_path: Path) -> None:
    data = "  A “text”.\r\n\r\nIt ends.\t\n".encode()
    (tmp_path / "a.b.txt").write_bytes(data)
    assert one(tmp_path / "a.b.txt") == RawArticle(
        id="a.b", source_file="a.b.txt", sha256=hashlib.sha256(data).hexdigest(), text=data.decode()
    )


def test_only_the_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfA")
    found = one(path)
    assert isinstance(found, RawArticle)
    assert found.text == "\ufeffA"


def test_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a-b/y.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A text.")
    (tmp_path / "page.xml").write_text("<p>")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    others: list[str] = []
    found = list(read_inputs([str(tmp_path)], MAX, others.append))
    assert [x.source_file for x in found if isinstance(x, RawArticle)] == ["B.txt", "a-b/y.txt", "a/z.TXT", "b.txt"]
    assert others == ["notes.pdf", "page.xml"]


def test_what_a_run_wrote_is_passed_over_in_a_folder_but_not_by_name(tmp_path: Path) -> None:
    own = ("out/articles.jsonl", "out/report.html", "out/report/000001.html", "out/intermediate/ledger.jsonl")
    for name in ("a.txt", "out/mine.txt", "out/report/mine.txt", *own):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(line())
    others: list[str] = []
    is_own = own_files(tmp_path / "x" / ".." / "out")
    found = list(read_inputs([str(tmp_path)], MAX, others.append, is_own=is_own))
    assert [x.source_file for x in found if isinstance(x, RawArticle)] == [
        "a.txt",
        "out/mine.txt",
        "out/report/mine.txt",
    ]
    assert others == sorted(own)
    (named,) = read_inputs([str(tmp_path / own[0])], MAX, is_own=is_own)
    assert isinstance(named, RawArticle)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.lists(st.sampled_from(["a", "a-b", "a.txt", "ab", "B"]), max_size=3).map("/".join), min_size=1))
def test_any_folder_is_read_in_order_of_paths(folders: set[str]) -> None:
    with tempfile.TemporaryDirectory() as top:
        paths = {f"{folder}/x.txt".lstrip("/") for folder in folders}
        for path in paths:
            (Path(top) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(top) / path).write_text("A text.")
        assert [x.source_file for x in read(top) if isinstance(x, RawArticle)] == sorted(paths)


def test_a_column_that_no_line_has_is_a_failure_and_one_that_some_have_is_none(tmp_path: Path) -> None:
    path = jsonl(tmp_path, '{"id": "a", "body": "One.", "by": ["Ann"]}', '{"id": "b", "body": "Two."}')
    named = parse_columns("text=body,authors=by")
    assert [type(x) for x in read_inputs([str(path)], MAX, columns=named)] == [RawArticle] * 2
    *_, last = read_inputs([str(path)], MAX, columns=parse_columns("text=body,title=head"))
    assert failed(last).error == "no line has 'head' for the field title"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A text.")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = read(tmp_path)
    assert [getattr(x, "source_file", None) or failed(x).input for x in found] == ["in/a.txt", "self.txt"]


def test_glob_names_files_from_its_fixed_part(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text("A text.")
    (tmp_path / "x" / "b.md").write_text("A text.")
    assert [x.source_file for x in read(tmp_path / "*" / "*") if isinstance(x, RawArticle)] == ["x/a.txt"]
    assert len(read(tmp_path / "**")) == 1


def test_a_glob_of_any_depth_matches_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "x/b.txt", "x/y/c.txt", "x/y/d.html", ".hidden/e.txt", "x.txt/f.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(line(id="f"))
    for link in ("one", "two"):  # two links in a circle are 2^40 paths
        (tmp_path / "x" / link).symlink_to(tmp_path)
    found = [x.source_file for x in read(tmp_path / "**" / "*.txt") if isinstance(x, RawArticle)]
    assert found == ["a.txt", "x.txt/f.jsonl", "x/b.txt", "x/y/c.txt"]
    assert [x.source_file for x in read(tmp_path / "**" / "y" / "c*") if isinstance(x, RawArticle)] == ["x/y/c.txt"]


def test_file_whose_name_has_wildcards_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("A text.")
    assert isinstance(one(tmp_path / "a[1].txt"), RawArticle)


@pytest.mark.parametrize("path", ["missing.txt", "none*.txt", "gone/"])
def test_path_to_nothing_stops_before_anything_is_read(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError):
        read_inputs([str(tmp_path / path)], MAX)


def test_no_path_and_standard_input_twice_are_wrong_usage() -> None:
    for paths in ([], ["-", "-"]):
        with pytest.raises(UsageError):
            read_inputs(paths, MAX)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * (MAX + 1), f"{MAX + 1} characters"),
        (b"x" * (MAX * 10), "too long"),
    ],
)
def test_bad_txt_is_a_failure_that_says_what(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("A text.")
    bad, good = read(tmp_path)
    assert words in failed(bad).error
    assert failed(bad).input == "bad.txt"
    assert isinstance(good, RawArticle)


def test_conversion_of_the_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("A “text”.".encode("cp1252"))
    assert "iconv -f WINDOWS-1252 -t UTF-8" in failed(one(tmp_path)).fix


def test_text_of_just_the_allowed_length_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("😀" * MAX, encoding="utf-8")
    assert isinstance(one(tmp_path / "a.txt"), RawArticle)


def test_name_that_is_not_utf8_is_a_failure_that_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as out:
        out.write("A text.")
    failed(one(tmp_path)).input.encode()


def test_file_of_another_kind_asked_for_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert "kind of file" in failed(one(tmp_path / "a.pdf")).error


def test_jsonl_fields_are_taken(tmp_path: Path) -> None:
    raw = line(id="x", title="T", source="S", url="u", published="2017-05-02", authors=["A", "B"], extra=1)
    assert one(jsonl(tmp_path, raw)) == RawArticle(
        id="x",
        source_file="in.jsonl",
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        text="A text.",
        title="T",
        source="S",
        url="u",
        published="2017-05-02",
        authors=("A", "B"),
    )


def test_jsonl_from_standard_input() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf" + line().encode() + b"\r\n\r\n" + line(id="b").encode())
    found = list(read_inputs(["-"], MAX, stdin=stream))
    assert [(x.id, x.source_file) for x in found if isinstance(x, RawArticle)] == [("a", "-"), ("b", "-")]


@pytest.mark.parametrize("published", ["2017", "2017-05", "2017-05-02T10:00:00Z", None, ""])
def test_published_may_be_any_iso_form(tmp_path: Path, published: str | None) -> None:
    found = one(jsonl(tmp_path, line(published=published)))
    assert isinstance(found, RawArticle)
    assert found.published == (published or None)


@pytest.mark.parametrize(
    ("bad", "where", "words"),
    [
        ('{"id": "a", "text": }', "in.jsonl:2:21", "not JSON"),
        ("[1]", "in.jsonl:2", "list instead of an object"),
        ('{"text": "A"}', "in.jsonl:2:id", "id is missing"),
        (line(id=" "), "in.jsonl:2:id", "id is missing"),
        (line(id=7), "in.jsonl:2:id", "a number"),
        ('{"id": "a"}', "in.jsonl:2:text", "text is missing"),
        (line(text=["A"]), "in.jsonl:2:text", "a list"),
        (line(text=" "), "in.jsonl:2:text", "white space"),
        (line(text="x" * (MAX + 1)), "in.jsonl:2:text", f"more than {MAX}"),
        (line(text="a\0b"), "in.jsonl:2:text", "NUL"),
        ('{"id": "a", "text": "A \\ud83d B"}', "in.jsonl:2:text", "surrogate"),
        (line(published="May 2"), "in.jsonl:2:published", "ISO 8601"),
        (line(authors="Ann"), "in.jsonl:2:authors", "list of strings"),
        (line(title=3), "in.jsonl:2:title", "title is a number"),
        (b'{"id": "caf\xe9", "text": "A"}', "in.jsonl:2", "byte offset 11"),
        ("[" * 60_000, "in.jsonl:2", "deep"),
        ("9" * 10_000, "in.jsonl:2", "number"),
        ('{"id": "a", "text": "' + "x" * 200_000 + '"}', "in.jsonl:2", "cannot hold"),
    ],
)
def test_bad_line_is_a_failure_and_the_rest_goes_on(tmp_path: Path, bad: str | bytes, where: str, words: str) -> None:
    good, middle, last = read(jsonl(tmp_path, line(), bad, line(id="b")))
    assert isinstance(good, RawArticle)
    assert isinstance(last, RawArticle)
    assert failed(middle).input == where
    assert words in failed(middle).error


def test_jsonl_without_a_line_is_a_failure(tmp_path: Path) -> None:
    assert "empty" in failed(one(jsonl(tmp_path, "", "  "))).error


def test_a_line_that_is_too_long_is_not_held() -> None:
    class Endless(io.BytesIO):
        largest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            part = super().readline(size)
            Endless.largest = max(Endless.largest, len(part))
            return part

    stream = Endless(b"x" * 5_000_000 + b"\n" + line().encode())
    found = list(read_inputs(["-"], MAX, stdin=stream))
    assert [type(x) for x in found] == [Failure, RawArticle]
    assert Endless.largest < 100_000
