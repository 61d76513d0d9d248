"""An article's part of the report, drawn once and kept: it hangs on the article alone, on no number and no other article."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson
from jinja2.filters import do_truncate
from markupsafe import Markup, escape

from pipeline.records.article_records import ArticleRecords
from pipeline.report.index import IndexRow, row_of
from pipeline.report.pages import environment, render
from pipeline.report.rows import Rows
from pipeline.report.view import build_view

LONGEST = 40  # characters of a title in the list, where it is not the article's own
ORIGINAL = Markup("<original>")  # where the link of a near-copy goes; no text holds it, since every text is escaped


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is kept of it."""

    row: bytes  # JSON of its IndexRow
    line: bytes  # HTML of the list, but for the link of a near-copy
    body: bytes  # HTML of its page, likewise


def draw_article(found: ArticleRecords, one_page: bool) -> Drawn:
    """Draw an article for the page of all articles or for a page of its own."""
    view = build_view(found)
    row = row_of(view, one_page)
    line = render("row.html", row=row, original=ORIGINAL)
    body = render("article.html", view=view, original=ORIGINAL, one_page=one_page)
    return Drawn(orjson.dumps(row), line.encode(), body.encode())


def line_with_link(line: bytes, row: IndexRow, rows: Rows) -> str:
    """Give a line of the list; `rows` are those of the articles before it, among which is what a near-copy copies."""
    return _with_link(line, row, rows, lambda first: (first.href, do_truncate(environment(), first.title, LONGEST)))


def page_with_link(body: bytes, row: IndexRow, rows: Rows) -> str:
    """Give what is on an article's page; `rows` as above."""
    return _with_link(body, row, rows, lambda first: (first.link(), first.title))


def _with_link(part: bytes, row: IndexRow, rows: Rows, to: Callable[[IndexRow], tuple[str, str]]) -> str:
    html = part.decode()
    if row.duplicate_of is None:
        return html
    first = rows.get(row.duplicate_of)
    link = Markup('<a href="{}">{}</a>').format(*to(first)) if first else escape(row.duplicate_of)
    return html.replace(ORIGINAL, link, 1)
