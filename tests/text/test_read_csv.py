"""CSV and TSV: what people's spreadsheets write is read, with the line of each record."""

import csv
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.text.columns import OWN_NAMES, parse_columns
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs
from pipeline.text.read_csv import read_csv

MAX = 100


def read(data: str | bytes, option: str | None = None, separator: str = ",") -> list[RawArticle | Failure]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(read_csv(stream, "in.csv", MAX, parse_columns(option), separator))


def told(data: str | bytes) -> list[str]:
    return [x.id if isinstance(x, RawArticle) else f"{x.input} {x.error}" for x in read(data)]


def test_all_fields_are_taken_and_the_record_is_hashed_as_written() -> None:
    record = b'x,"He said ""no"",\r\n\r\nand left.",T,S,u,2017-05-02,"Ann Lee; Bo Li;"'
    found = read(b"\xef\xbb\xbfid,text,title,source,url,published,authors\r\n" + record + b"\r\n")
    assert found == [
        RawArticle(
            id="x",
            source_file="in.csv",
            sha256=hashlib.sha256(record).hexdigest(),
            text='He said "no",\r\n\r\nand left.',
            title="T",
            source="S",
            url="u",
            published="2017-05-02",
            authors=("Ann Lee", "Bo Li"),
        )
    ]


def test_lines_are_counted_across_line_breaks_in_fields() -> None:
    assert told('id,text\na,"one\ntwo"\n\nb\nc,three') == ["a", "in.csv:5 1 fields under 2 columns", "c"]


def test_columns_are_named_on_the_command_line() -> None:
    (found,) = read("doc;no,body,by\n7,A text.,Ann\n", "id=doc;no, text=body, authors=by")
    assert isinstance(found, RawArticle)
    assert (found.id, found.text, found.authors) == ("7", "A text.", ("Ann",))


def test_tsv_is_parted_at_tabs(tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("id\ttext\na\tOne, two.\n")
    (found,) = read_inputs([str(tmp_path / "in.tsv")], MAX)
    assert isinstance(found, RawArticle)
    assert found.text == "One, two."


@pytest.mark.parametrize("header", ["text", "doc,text", "id,text,id"])
def test_a_header_that_does_not_tell_id_and_text_is_one_failure_that_names_the_option(
    tmp_path: Path, header: str
) -> None:
    (tmp_path / "in.csv").write_text(f"{header}\na,b,c\n")
    (found,) = read_inputs([str(tmp_path / "in.csv")], MAX)
    assert isinstance(found, Failure)
    assert found.input == "in.csv:1"
    assert "--columns id=" in found.fix or "twice" in found.error


@pytest.mark.parametrize("option", ["", "id", "id=", "=a", "id=a,id=b", "body=text", "id=a,,text=b"])
def test_a_mapping_that_cannot_be_meant_is_wrong_usage(option: str) -> None:
    with pytest.raises(UsageError, match="--columns"):
        parse_columns(option)


def test_after_an_open_quotation_mark_the_next_lines_are_read_all_the_same() -> None:
    found = told('id,text\na,"open\nb,Two.\nc,Three.\n')
    assert found == ["in.csv:2 not CSV: unexpected end of data", "b", "c"]


def test_a_record_that_is_too_long_is_passed_over() -> None:
    found = told("id,text\na," + "x" * 200_000 + "\nb,Two.\n")
    assert found == ["in.csv:2 a record of more than 66342 bytes: too long, or a quotation mark is never closed", "b"]


def test_lines_that_each_leave_a_mark_open_are_read_twice_at_most() -> None:
    """Read again after each, 100,000 lines would be parsed 10^10 times."""
    found = read("id,text\n" + 'a","\n' * 100_000)
    assert len(found) < 300
    assert all(isinstance(x, Failure) for x in found)


def test_one_record_that_is_not_utf8_is_one_failure() -> None:
    assert told(b"id,text\na,caf\xe9.\nb,Two.\n") == [
        "in.csv:2 not UTF-8 at byte offset 5; it looks like Latin-1",
        "b",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20), max_size=5))
def test_what_a_writer_of_csv_wrote_comes_back_unaltered(texts: list[str]) -> None:
    texts = [f"x{text}" for text in texts]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["id", "text"], *[[str(n), t] for n, t in enumerate(texts)]])
    found = list(read_csv(io.BytesIO(out.getvalue().encode()), "in.csv", MAX, OWN_NAMES, ","))
    assert [x.text for x in found if isinstance(x, RawArticle)] == texts
