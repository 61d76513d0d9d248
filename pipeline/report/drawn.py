"""An article's part of the report, drawn once and kept: it hangs on the article alone, on no number and no other article."""

from dataclasses import dataclass

import orjson
from markupsafe import Markup

from pipeline.records.article_records import ArticleRecords
from pipeline.report.index import IndexRow, row_of
from pipeline.report.pages import render
from pipeline.report.rows import Rows
from pipeline.report.view import build_view

ORIGINAL = Markup("<original>")  # where the link of a near-copy goes; no text holds it, since every text is escaped


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is kept of it."""

    row: bytes  # JSON of its IndexRow
    body: bytes  # HTML but for the link of a near-copy


def draw_article(found: ArticleRecords, one_page: bool) -> Drawn:
    """Draw an article for the page of all articles or for a page of its own."""
    view = build_view(found)
    body = render("article.html", view=view, original=ORIGINAL, one_page=one_page)
    return Drawn(orjson.dumps(row_of(view, one_page)), body.encode())


def with_link(body: bytes, row: IndexRow, rows: Rows) -> str:
    """Give all HTML; `rows` are those of the articles before it, among which is what a near-copy copies."""
    html = body.decode()
    return html if row.duplicate_of is None else html.replace(ORIGINAL, _original(row.duplicate_of, rows), 1)


def _original(article: str, rows: Rows) -> str:
    row = rows.get(article)
    if row is None:
        return Markup.escape(article)
    return Markup('<a href="{}">{}</a>').format(row.link(), row.title)
