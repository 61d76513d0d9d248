"""Write the report from the output files of a run, one article in memory at a time."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from pipeline.params import ReportParams
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import atomic, count_lines
from pipeline.records.pages import PAGE
from pipeline.report.corpus import build_corpus, check_corpus
from pipeline.report.drawn import Drawn, draw_article
from pipeline.report.index import CORPUS, IndexRow
from pipeline.report.pages import keep_page, page_of_parts, render, stream

HEADING, ACROSS = "Who says what on sanctuary policies", "Across the articles"
CHUNK = 1 << 20  # characters


def on_one_page(count: int, params: ReportParams) -> bool:
    """Tell whether so many articles are on one page, and not on one each."""
    return count <= params.max_articles_on_one_page


def write_report(out: Path, params: ReportParams, drawn: Iterable[bytes] | None = None) -> int:
    """Write report.html, and above a number of articles a page each in report/; return the number of articles.

    `drawn` is what `draw_article` gave for each article, in order of their ids; by default they are drawn from the files.

    Raises:
        MissingArtifactError: a stage was left out; the corpus view, of two articles or more, needs the stage `corpus`.
    """
    count = count_lines(out / "articles.jsonl", "clean")
    one_page = on_one_page(count, params)
    if count > 1:
        check_corpus(out)
    if drawn is None:
        drawn = (draw_article(found, one_page) for found in read_articles(out))
    with TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        rows = _articles(out / "report", drawn, spool if one_page else None)
        _overview(out, list(rows.values()), one_page, spool)
    _drop_pages(out / "report", set() if one_page else {CORPUS, *(row.page for row in rows.values())})
    return count


def _articles(folder: Path, drawn: Iterable[bytes], spool: IO[str] | None) -> dict[str, IndexRow]:
    """Write each article to the spool or to a page of its own; of those read, only their rows are kept."""
    rows: dict[str, IndexRow] = {}
    for article in map(Drawn.load, drawn):
        row, body = article.row, article.whole(rows)
        rows[row.id] = row
        if spool is not None:
            spool.write(body)
        else:
            keep_page(folder / row.page, "".join(page_of_parts(row.title, "article", True, [body])))
    return rows


def _overview(out: Path, index: list[IndexRow], one_page: bool, spool: IO[str]) -> None:
    """Write the list of articles, with all else where it is one page, and the corpus view."""
    several = len(index) > 1
    parts: list[Iterable[str]] = []
    if several:
        parts.append(stream("index.html", index=index, rows={row.id: row for row in index}))
        corpus = render("corpus.html", view=build_corpus(out, index), one_page=one_page)
        if one_page:
            parts.append([corpus])
        else:
            keep_page(out / "report" / CORPUS, "".join(page_of_parts(ACROSS, "corpus", True, [corpus])))
    spool.seek(0)
    parts.append(iter(lambda: spool.read(CHUNK), ""))
    kind = "whole" if one_page else "index"
    with atomic(out / "report.html") as page:
        page.writelines(page_of_parts(HEADING, kind, several, chain.from_iterable(parts)))


def _drop_pages(folder: Path, kept: set[str]) -> None:
    """Remove the pages of an earlier run's articles; nobody would think of them when the folder is shared."""
    for page in folder.glob("*.html"):
        if page.name not in kept and (page.name == CORPUS or PAGE.fullmatch(page.name)):
            page.unlink()
