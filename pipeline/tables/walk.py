"""Give the rows of all tables of a run, article by article, then what holds across articles."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.records.article_records import ArticleRecords, read_articles
from pipeline.records.jsonl import is_stored, read
from pipeline.tables.of_corpus import OF_CORPUS
from pipeline.tables.of_map import OF_MAP
from pipeline.tables.of_text import OF_TEXT
from pipeline.tables.table import Row, Table

OF_ARTICLE: tuple[Table[ArticleRecords], ...] = (*OF_TEXT, *OF_MAP)
NAMES = tuple(table.name for table in (*OF_ARTICLE, *(part.table for part in OF_CORPUS)))


def tables_of(out: Path) -> list[Table[Any]]:
    """List the tables of a run; those of the whole corpus only where its files are."""
    return [*OF_ARTICLE, *(part.table for part in OF_CORPUS if is_stored(out / part.file))]


def walk(out: Path) -> Iterator[tuple[Table[Any], Iterator[Row]]]:
    """Yield tables with some of their rows, one article in memory at a time."""
    for found in read_articles(out):
        for table in OF_ARTICLE:
            yield table, table.rows(found)
    for part in OF_CORPUS:
        if is_stored(out / part.file):
            for record in read(out / part.file, part.kind, "corpus"):
                yield part.table, part.table.rows(record)
