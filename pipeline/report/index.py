"""Rows of the list of articles, and where their pages are."""

from dataclasses import dataclass

from pipeline.records.pages import page_of
from pipeline.report.anchors import anchor
from pipeline.report.view import ArticleView

CORPUS = "corpus.html"  # in the folder of pages, beside the articles' own


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An article in a line of the list."""

    id: str
    title: str
    source: str | None
    published: str | None
    duplicate_of: str | None
    pro: int  # sentences
    anti: int
    neutral: int
    page: str  # file name of its page; empty where all is on one page

    @property
    def href(self) -> str:
        """Lead to the article from the list."""
        return f"report/{self.page}" if self.page else f"#{anchor(self.id)}"

    def link(self, record: str = "") -> str:
        """Lead to a record of the article, or to its beginning, from another page of the folder or from the one page."""
        return f"{self.page}#{anchor(record or self.id)}"


def row_of(view: ArticleView, one_page: bool) -> IndexRow:
    """Keep what the list shows."""
    article = view.article
    return IndexRow(
        id=article.id,
        title=view.heading,
        source=article.source,
        published=article.published,
        duplicate_of=article.duplicate_of,
        **view.counts,
        page="" if one_page else page_of(article.id),
    )
