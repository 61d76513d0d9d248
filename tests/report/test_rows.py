"""Rows of the list: in order, and found by article and by page."""

from collections.abc import Iterator
from dataclasses import replace

import orjson
import pytest

from pipeline.report.index import IndexRow
from pipeline.report.rows import Rows

ROW = IndexRow("a", "A <b>", None, "2024-05-06", None, 1, 2, 3, "a-1.html")
COPY = replace(ROW, id="b", duplicate_of="a", page="b-2.html")


@pytest.fixture
def rows() -> Iterator[Rows]:
    found = Rows()
    for number, row in [(7, ROW), (2, COPY)]:
        found.add(number, row, orjson.dumps(row), f"<tr>{row.id}")
    yield found
    found.close()


def test_rows_come_in_order_whenever_they_were_added(rows: Rows) -> None:
    assert list(rows.lines()) == ["<tr>b", "<tr>a"]
    assert list(rows.lines()) == ["<tr>b", "<tr>a"]
    assert len(rows) == 2
    assert rows.copies() == 1


def test_rows_are_found_by_article_and_by_page(rows: Rows) -> None:
    assert (rows.get("a"), rows.get("b"), rows.get("c")) == (ROW, COPY, None)
    assert rows.has_page("b-2.html")
    assert not rows.has_page("c.html")
