"""An article's part of the report, drawn once and kept: it hangs on the article alone, on no number and no other article."""

from collections.abc import Mapping
from dataclasses import dataclass

import orjson
from markupsafe import Markup

from pipeline.records.article_records import ArticleRecords
from pipeline.report.index import IndexRow, row_of
from pipeline.report.pages import render
from pipeline.report.view import build_view

ORIGINAL = Markup("<original>")  # where the link of a near-copy goes; no text holds it, since every text is escaped


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is read of a kept part: its row in the list, and its HTML but for the link of a near-copy."""

    row: IndexRow
    body: str

    @classmethod
    def load(cls, kept: bytes) -> "Drawn":
        """Read what `draw_article` gave."""
        row, _, body = kept.partition(b"\n")
        return cls(IndexRow(**orjson.loads(row)), body.decode())

    def whole(self, rows: Mapping[str, IndexRow]) -> str:
        """Give all HTML; `rows` are those of the articles before it, among which is what a near-copy copies."""
        if self.row.duplicate_of is None:
            return self.body
        return self.body.replace(ORIGINAL, _original(self.row.duplicate_of, rows), 1)


def draw_article(found: ArticleRecords, one_page: bool) -> bytes:
    """Draw an article for the page of all articles or for a page of its own: a line of JSON for the list, then HTML."""
    view = build_view(found)
    body = render("article.html", view=view, original=ORIGINAL, one_page=one_page)
    return orjson.dumps(row_of(view, one_page)) + b"\n" + body.encode()


def _original(article: str, rows: Mapping[str, IndexRow]) -> str:
    row = rows.get(article)
    if row is None:
        return Markup.escape(article)
    return Markup('<a href="{}">{}</a>').format(row.link(), row.title)
