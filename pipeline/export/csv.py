"""CSV: one file a table, UTF-8, lists as JSON; for R, pandas and spreadsheets.

A spreadsheet runs a cell that begins with = + - or @ as a formula, and articles are other people's text. Such a cell
gets an apostrophe in front, which spreadsheets take for "this is text". To have the text again, take one off a cell that
begins with apostrophes and one of these signs; Parquet has it as it is.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.records.jsonl import atomic
from pipeline.tables.table import Row, Table

SUFFIX = ".csv"
ABOUT = "tidy tables as CSV, one file a table; for R, pandas, spreadsheets"
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")  # a cell that looks as if it had been guarded is guarded too


@contextmanager
def sink(path: Path, table: Table[Any]) -> Iterator[Callable[[Iterable[Row]], None]]:
    """Open a table's file; give the function that appends rows."""
    with atomic(path) as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(table.columns)
        yield lambda rows: writer.writerows([cell(value) for value in row] for row in rows)


def cell(value: Any) -> Any:
    """Give what is written for a value."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
