"""CSV and Parquet: pandas reads the very tables, twice the same bytes, and no cell of a CSV is a formula."""

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export.formats import TABLES
from pipeline.export.write_tables import write_tables
from pipeline.records.article_records import ArticleRecords
from pipeline.tables.frames import frames, to_frame
from pipeline.tables.walk import OF_ARTICLE

GUARDED = re.compile(r"''*[=+\-@\t\r\n]")


def restored(cell: str) -> str:
    """Take off the apostrophe that guards a cell, as the format's description says."""
    return cell[1:] if GUARDED.match(cell) else cell


def cells_of_csv(path: Path, like: pd.DataFrame) -> list[list[Any]]:
    """Read a CSV file with pandas and give its cells, null where empty."""
    texts = dict.fromkeys(like.columns, str)
    read = pd.read_csv(path, dtype=texts, keep_default_na=False, na_values=[])
    assert list(read.columns) == list(like.columns)
    return [[restored(cell) for cell in row] for row in read.itertuples(index=False)]


def as_csv(value: Any) -> str:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def test_parquet_is_read_as_the_same_tables(run_on_seeds: Path, tmp_path: Path) -> None:
    names = write_tables(run_on_seeds, tmp_path, TABLES["parquet"])
    for name, frame in frames(run_on_seeds).items():
        read = pd.read_parquet(tmp_path / f"{name}.parquet").astype(frame.dtypes)
        lists = [column for column in read.columns if read[column].dtype == object]
        read[lists] = read[lists].map(lambda cell: [list(c) if hasattr(c, "tolist") else c for c in cell])
        pd.testing.assert_frame_equal(read, frame)
    assert sorted(names) == sorted(path.stem for path in tmp_path.iterdir())


def test_csv_is_read_as_the_same_tables(run_on_seeds: Path, tmp_path: Path) -> None:
    write_tables(run_on_seeds, tmp_path, TABLES["csv"])
    for name, frame in frames(run_on_seeds).items():
        rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False)
        assert cells_of_csv(tmp_path / f"{name}.csv", frame) == [[as_csv(cell) for cell in row] for row in rows]


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_texts_come_back_from_csv_and_are_no_formulas(
    hostile: Any, data: st.DataObject, tmp_path: Path
) -> None:
    found: ArticleRecords = data.draw(hostile)
    for table in OF_ARTICLE:
        rows = list(table.rows(found))
        with TABLES["csv"].sink(tmp_path / "t.csv", table) as put:
            put(rows)
        with open(tmp_path / "t.csv", encoding="utf-8", newline="") as lines:
            head, *read = list(csv.reader(lines))
        assert head == list(table.columns)
        assert [[restored(cell) for cell in row] for row in read] == [[as_csv(cell) for cell in row] for row in rows]
        assert not [cell for row in read for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")]


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_texts_come_back_from_parquet(hostile: Any, data: st.DataObject, tmp_path: Path) -> None:
    found: ArticleRecords = data.draw(hostile)
    for table in OF_ARTICLE:
        with TABLES["parquet"].sink(tmp_path / "t.parquet", table) as put:
            put(table.rows(found))
        read = pyarrow.parquet.read_table(tmp_path / "t.parquet").to_pylist()
        assert read == [dict(zip(table.columns, row, strict=True)) for row in table.rows(found)]


@pytest.mark.parametrize("form", TABLES.values(), ids=TABLES.keys())
def test_the_same_run_gives_the_same_bytes(form: Any, run_on_seeds: Path, tmp_path: Path) -> None:
    write_tables(run_on_seeds, tmp_path / "a", form)
    write_tables(run_on_seeds, tmp_path / "b", form)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_an_empty_table_has_its_columns_and_their_types(run_on_seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(run_on_seeds, tmp_path / "out")
    for path in (tmp_path / "out").glob("*.jsonl"):
        path.write_text("")
    write_tables(tmp_path / "out", tmp_path, TABLES["parquet"])
    schema = pyarrow.parquet.read_schema(tmp_path / "quotes.parquet")
    assert str(schema.field("content_spans").type).startswith("list<")
    assert str(schema.field("confidence").type) == "double"
    assert to_frame(tmp_path / "out", "quotes").empty


def test_a_table_of_an_earlier_run_goes_and_other_files_stay(run_on_seeds: Path, tmp_path: Path) -> None:
    for name in ("claims.csv", "mine.csv", "claims.parquet"):
        (tmp_path / name).write_text("earlier")
    names = write_tables(run_on_seeds, tmp_path, TABLES["csv"])
    left = {path.name for path in tmp_path.iterdir()} - {f"{name}.csv" for name in names}
    assert left - {"claims.csv"} == {"mine.csv", "claims.parquet"}
    assert ("claims" in names) == (run_on_seeds / "claims.jsonl").exists() == (tmp_path / "claims.csv").exists()
