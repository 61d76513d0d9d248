"""Write the report from the output files of a run, one article in memory at a time."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from markupsafe import Markup

from pipeline.params import ReportParams
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import count_lines
from pipeline.report.corpus import build_corpus, check_corpus
from pipeline.report.index import CORPUS, IndexRow, row_of
from pipeline.report.pages import render, stream, write_page
from pipeline.report.view import build_view

HEADING = "Who says what on sanctuary policies"


def write_report(out: Path, params: ReportParams) -> int:
    """Write report.html, and above a number of articles a page each in report/; return the number of articles.

    Raises:
        MissingArtifactError: a stage was left out; the corpus view, of two articles or more, needs the stage `corpus`.
    """
    count = count_lines(out / "articles.jsonl", "clean")
    one_page = count <= params.max_articles_on_one_page
    if count > 1:
        check_corpus(out)
    with TemporaryFile("w+", encoding="utf-8") as spool:
        index = list(_articles(out, one_page, spool if one_page else None))
        _overview(out, index, one_page, spool)
    _drop_pages(out / "report", 0 if one_page else count)
    return count


def _articles(out: Path, one_page: bool, spool: IO[str] | None) -> Iterator[IndexRow]:
    """Write each article to a page of its own or to the spool; of those read, only their rows are kept."""
    seen: dict[str, IndexRow] = {}
    for number, view in enumerate(map(build_view, read_articles(out))):
        row = row_of(view, number, one_page)
        seen[row.id] = row
        original = seen.get(row.duplicate_of or "")
        body = render("article.html", view=view, original=original, one_page=one_page)
        if spool is not None:
            spool.write(json.dumps(body) + "\n")
        else:
            values = {"heading": view.heading, "kind": "article", "several": True}
            write_page(out / "report" / row.page, values, [body])
        yield row


def _overview(out: Path, index: list[IndexRow], one_page: bool, spool: IO[str]) -> None:
    """Write the list of articles, with all else where it is one page, and the corpus view."""
    several = len(index) > 1
    parts: list[Iterable[Markup]] = []
    if several:
        parts.append(stream("index.html", index=index, rows={row.id: row for row in index}))
        corpus = render("corpus.html", view=build_corpus(out, index), one_page=one_page)
        if one_page:
            parts.append([corpus])
        else:
            values = {"heading": "Across the articles", "kind": "corpus", "several": True}
            write_page(out / "report" / CORPUS, values, [corpus])
    spool.seek(0)
    parts.append(Markup(json.loads(line)) for line in spool)  # noqa: S704 (rendered above)
    values = {"heading": HEADING, "kind": "whole" if one_page else "index", "several": several}
    write_page(out / "report.html", values, chain.from_iterable(parts))


def _drop_pages(folder: Path, first: int) -> None:
    """Remove the pages of an earlier, larger run; nobody would think of them when the folder is shared."""
    for page in folder.glob("[0-9]" * 6 + ".html"):
        if int(page.stem) >= first:
            page.unlink()
    if not first:
        (folder / CORPUS).unlink(missing_ok=True)
