"""Write the report from the output files of a run, one article in memory at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.params import ReportParams
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import atomic, count_lines
from pipeline.report.anchors import anchor
from pipeline.report.page import style, templates
from pipeline.report.view import ArticleView, build_view

HEADING = "Who says what on sanctuary policies"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A line of the index: sentences by stance."""

    title: str
    href: str
    pro: int
    anti: int
    neutral: int

    @property
    def pro_share(self) -> int:
        """Percent of sentences that are pro."""
        return self._share(self.pro)

    @property
    def anti_share(self) -> int:
        """Percent of sentences that are anti."""
        return self._share(self.anti)

    def _share(self, count: int) -> int:
        return round(100 * count / max(1, self.pro + self.anti + self.neutral))


def write_report(out: Path, params: ReportParams) -> int:
    """Write report.html, and above a number of articles a page each in report/; return the number of articles."""
    count = count_lines(out / "articles.jsonl", "clean")
    one_page = count <= params.max_articles_on_one_page
    index: list[IndexRow] = []
    bodies: list[str] = []
    for number, view in enumerate(_views(out)):
        place = anchor(view.article.id)
        # Pages are numbered: an id may be longer than a file name, or differ from another by case alone.
        href = f"#{place}" if one_page else f"report/{number:06d}.html"
        index.append(IndexRow(view.heading, href, **view.counts))
        body = (
            templates()
            .get_template("article.html")
            .render(view=view, id=place, anchor=anchor, up="#top" if one_page else "../report.html")
        )
        if one_page:
            bodies.append(body)
        else:
            _page(out / href, view.heading, [], [body])
    _page(out / "report.html", HEADING, index, bodies)
    _drop_pages(out / "report", 0 if one_page else count)
    return count


def _drop_pages(folder: Path, first: int) -> None:
    """Remove the pages of an earlier, larger run; nobody would think of them when the folder is shared."""
    for page in folder.glob("[0-9]" * 6 + ".html"):
        if int(page.stem) >= first:
            page.unlink()


def _views(out: Path) -> Iterator[ArticleView]:
    for found in read_articles(out):
        yield build_view(found)


def _page(path: Path, heading: str, index: list[IndexRow], bodies: list[str]) -> None:
    with atomic(path) as page:
        page.write(
            templates().get_template("page.html").render(heading=heading, style=style(), index=index, articles=bodies)
        )
