"""Write the report from the output files of a run, one article in memory at a time."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

from pipeline.params import ReportParams
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import atomic, count_lines
from pipeline.report.corpus import build_corpus, check_corpus
from pipeline.report.drawn import draw_article, line_with_link, page_with_link
from pipeline.report.index import CORPUS
from pipeline.report.keep import Pages
from pipeline.report.pages import load_templates, page_of_parts, stream
from pipeline.report.rows import Rows, load_row
from pipeline.report.timeline import Times

ACROSS_TEMPLATES = ("index.html", "corpus.html", "both.html", "claims.html", "actors.html", "outlets.html", "time.html")
HEADING, ACROSS = "Who says what on sanctuary policies", "Across the articles"
CHUNK = 1 << 20  # characters


def on_one_page(count: int, params: ReportParams) -> bool:
    """Tell whether so many articles are on one page, and not on one each."""
    return count <= params.max_articles_on_one_page


def write_report(out: Path, params: ReportParams) -> int:
    """Write report.html, and above a number of articles a page each in report/; return the number of articles.

    Raises:
        MissingArtifactError: a stage was left out; the corpus view, of two articles or more, needs the stage `corpus`.
    """
    count = count_lines(out / "articles.jsonl", "clean")
    one_page = on_one_page(count, params)
    if count > 1:
        check_corpus(out)
    with Report(out, one_page) as report:
        for number, found in enumerate(read_articles(out)):
            drawn = draw_article(found, one_page)
            report.add(number, drawn.row, drawn.line, lambda: drawn.body)  # noqa: B023 (called at once)
        return report.write()


class Report:
    """The report of a run whose articles come one by one; use it as a context manager.

    None is kept in memory. An article's page waits beside the outputs until `write`, or in a scratch file for the page
    of all.
    """

    def __init__(self, out: Path, one_page: bool) -> None:
        self._out = out
        self._one_page = one_page
        self._rows = Rows()
        self._times = Times()
        self._spool = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 (closed by __exit__)
        self._pages = Pages(out)
        if not one_page:
            load_templates(ACROSS_TEMPLATES)  # now, when there may be nothing to do but to wait for an article

    def __enter__(self) -> "Report":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._spool.close()
        self._rows.close()
        self._pages.close()

    def add(
        self, number: int, row: bytes, line: bytes, body: Callable[[], bytes], made_from: str | None = None
    ) -> None:
        """Take what `draw_article` gave; `body` is asked for where it is needed.

        `number` is the article's place among all. They may come in any order, but an original before its copies, and for
        a page of all in their own. `made_from` is a key of all that the article's page hangs on.
        """
        article = load_row(row)
        self._rows.add(number, article, row, line_with_link(line, article, self._rows))
        if article.duplicate_of is None:
            self._times.add(article)
        if self._one_page:
            self._spool.write(page_with_link(body(), article, self._rows))
        elif not (made_from and self._pages.holds(article.page, made_from)):
            html = page_with_link(body(), article, self._rows)
            self._pages.put(article.page, page_of_parts(article.title, "article", True, [html]), made_from)

    def write(self) -> int:
        """Write the list of articles, with all else where it is one page, and the corpus view; return their number."""
        count = len(self._rows)
        several = count > 1
        parts: list[Iterable[str]] = []
        if several:
            parts.append(stream("index.html", count=count, lines=self._rows.lines()))
            view = build_corpus(self._out, self._rows, self._times)
            corpus = stream("corpus.html", view=view, one_page=self._one_page)
            if self._one_page:
                parts.append(corpus)
            else:
                self._pages.put_long(CORPUS, page_of_parts(ACROSS, "corpus", True, corpus))
        self._spool.seek(0)
        parts.append(iter(lambda: self._spool.read(CHUNK), ""))
        self._pages.commit()
        kind = "whole" if self._one_page else "index"
        with atomic(self._out / "report.html") as page:
            page.writelines(page_of_parts(HEADING, kind, several, chain.from_iterable(parts)))
        self._pages.drop_others(self._has_page)
        return count

    def _has_page(self, name: str) -> bool:
        return not self._one_page and (name == CORPUS or self._rows.has_page(name))
