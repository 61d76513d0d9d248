"""Parquet: rows become articles, wrong types failures."""

import datetime
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.records import Failure
from pipeline.text.columns import parse_columns
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs


def read(path: Path, option: str | None = None, max_chars: int = 1000) -> list[RawArticle | Failure]:
    return list(read_inputs([str(path)], max_chars, columns=parse_columns(option)))


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def to_file(columns: dict[str, Any], **options: Any) -> Path:
        pq.write_table(pa.table(columns), tmp_path / "in.parquet", **options)
        return tmp_path / "in.parquet"

    return to_file


def test_strings_lists_and_times_are_taken(write: Any) -> None:
    when = datetime.datetime(2017, 2, 21, 10, 30)
    path = write(
        {
            "doc": pa.array(["a", "b"]).dictionary_encode(),
            "text": pa.array(["One.", "Two."], pa.large_string()),
            "authors": [["Ann Lee", "Bo Li"], None],
            "published": pa.array([when, None], pa.timestamp("ns")),
            "more": [1, 2],
        }
    )
    canonical = '{"authors":["Ann Lee","Bo Li"],"id":"a","published":"2017-02-21T10:30:00","text":"One."}'
    assert read(path, "id=doc") == [
        RawArticle(
            id="a",
            source_file="in.parquet",
            sha256=sha256(canonical.encode()).hexdigest(),
            text="One.",
            published="2017-02-21T10:30:00",
            authors=("Ann Lee", "Bo Li"),
        ),
        RawArticle(
            id="b",
            source_file="in.parquet",
            sha256=sha256(b'{"authors":null,"id":"b","published":null,"text":"Two."}').hexdigest(),
            text="Two.",
        ),
    ]


def test_a_day_is_an_iso_date(write: Any) -> None:
    (found,) = read(write({"id": ["a"], "text": ["One."], "published": [datetime.date(2017, 2, 21)]}))
    assert isinstance(found, RawArticle)
    assert found.published == "2017-02-21"


def test_rows_of_wrong_types_are_failures_with_their_number_across_row_groups(write: Any) -> None:
    found = read(write({"id": ["a", "b", "c"], "text": [1, None, 3]}, row_group_size=1))
    assert [(x.input, x.error) for x in found if isinstance(x, Failure)] == [
        ("in.parquet:1:text", "text is a number, not a string"),
        ("in.parquet:2:text", "text is missing"),
        ("in.parquet:3:text", "text is a number, not a string"),
    ]


@pytest.mark.parametrize("option", [None, "text=nothing"])
def test_a_column_that_is_missing_is_a_failure_that_names_the_option(write: Any, option: str | None) -> None:
    (found,) = read(write({"id": ["a"], "body": ["One."]}), option)
    assert isinstance(found, Failure)
    assert "--columns text=COLUMN" in found.fix


def test_a_file_without_rows_is_a_failure(write: Any) -> None:
    (found,) = read(write({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}))
    assert isinstance(found, Failure)


def test_one_text_for_many_rows_is_not_held_many_times(write: Any) -> None:
    """A dictionary stores it once; read at once, 100 rows of 4 MB would be 400 MB."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 100), pa.array(["x" * 4_000_000]))
    path = write(
        {"id": [str(n) for n in range(100)], "text": text}, dictionary_pagesize_limit=1 << 30, store_schema=False
    )
    assert path.stat().st_size < 1_000_000
    assert pa.default_memory_pool().max_memory() < 100_000_000
    found = read(path)
    assert len(found) == 100
    assert all(isinstance(x, Failure) and "more than 1000" in x.error for x in found)
    assert pa.default_memory_pool().max_memory() < 300_000_000


def test_without_the_extra_the_file_fails_by_itself(write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write({"id": ["a"], "text": ["One."]})
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (found,) = read(path)
    assert isinstance(found, Failure)
    assert found.fix == "pip install 'argmap[export]'"
