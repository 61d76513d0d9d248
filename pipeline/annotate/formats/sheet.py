"""A sheet for a spreadsheet, CSV or TSV: one row a sentence, its spans in one cell.

Rows and columns may be put in any order and columns added. A cell that a spreadsheet would run as a formula, or that
looks as if it had been guarded, gets an apostrophe in front, which is taken off again.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from pipeline.annotate.labelled import FIELDS
from pipeline.annotate.task import Task
from pipeline.gold.corpus import GoldSpan

COLUMNS = ("article", "row", "text", *FIELDS, "to", "rel", "spans", "start", "end", "score")
NEEDED = ("article", "row", "text", "stance", "start", "end")
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for the code page of the machine
GUARDED = re.compile(r"'*[=+\-@\t\r\n]")


def dump_csv(tasks: Sequence[Task]) -> str:
    """Give the sheet with commas."""
    return _dump(tasks, ",")


def dump_tsv(tasks: Sequence[Task]) -> str:
    """Give the sheet with tabs."""
    return _dump(tasks, "\t")


def _dump(tasks: Sequence[Task], delimiter: str) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for task in tasks:
        writer.writerows([guard(value) for value in cells] for cells in _rows(task))
    return BYTE_ORDER_MARK + lines.getvalue()


def _rows(task: Task) -> list[list[Any]]:
    blind = task.given == "blind"
    spans = [""] * len(task.rows) if blind else _spans_by_row(task)
    rows: list[list[Any]] = []
    for number, row in enumerate(task.rows):
        labels = [None if blind else getattr(row, name) for name in (*FIELDS, "to", "rel")]
        score = None if blind else task.score_of_row(number)
        shown = task.text[row.start : row.end]
        rounded = None if score is None else round(score, 4)
        rows.append([task.card.id, number, shown, *labels, spans[number], row.start, row.end, rounded])
    return rows


def _spans_by_row(task: Task) -> list[str]:
    """Put each span into the row that it begins in or after; those before all rows into the first."""
    cells: list[list[str]] = [[] for _ in task.rows]
    row = 0
    for span in sorted(task.spans, key=lambda s: (s.start, s.end, s.type)):
        while row + 1 < len(task.rows) and task.rows[row + 1].start <= span.start:
            row += 1
        cells[row].append(_cell(span))
    return ["; ".join(cell) for cell in cells]


def _cell(span: GoldSpan) -> str:
    number = "" if span.attribution is None else f" #{span.attribution}"
    return f"{span.type} {span.start}-{span.end}{number}"


def guard(value: Any) -> Any:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and GUARDED.match(value) else value


def unguard(value: str) -> str:
    """Take the guard off; a spreadsheet may have taken it off before."""
    return value[1:] if value.startswith("'") and GUARDED.match(value) else value
