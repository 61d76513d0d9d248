"""Tables for pandas: of an output folder, of one article's records, or of several."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import MissingArtifactError, UsageError
from pipeline.extras import need
from pipeline.records.article_records import ArticleRecords
from pipeline.tables.table import Kind, Row, Table
from pipeline.tables.walk import NAMES, OF_ARTICLE, tables_of, walk

if TYPE_CHECKING:
    from pandas import DataFrame

Found = str | Path | ArticleRecords | Iterable[ArticleRecords]
DTYPES: dict[Kind, str] = {
    "text": "string",
    "whole": "Int64",  # knows missing values: the issue of a map stands nowhere in the text
    "real": "float64",
    "truth": "bool",
    "texts": "object",
    "spans": "object",
}


def frames(found: Found) -> "dict[str, DataFrame]":
    """Give all tables by name.

    `found` is the folder of a run, what `argmap(text)` returned, or several of the latter.
    """
    tables, chunks = _read(found)
    return _collect(tables, chunks)


def to_frame(found: Found, table: str = "sentences") -> "DataFrame":
    """Give one table: articles, sentences, entities, quotes, speakers, nodes, edges; of a folder also what holds across articles.

    Raises:
        UsageError: there is no such table.
        MissingArtifactError: the folder has not got the files that it is made of.
    """
    tables, chunks = _read(found)
    wanted = [t for t in tables if t.name == table]
    if not wanted and table in NAMES:
        raise MissingArtifactError(
            "holds across articles and is made of a run's files", table, "run `argmap corpus`, and give its folder"
        )
    if not wanted:
        raise UsageError("no such table", table, "one of " + ", ".join(NAMES))
    return _collect(wanted, chunks)[table]


def _read(found: Found) -> tuple[list[Table[Any]], Iterator[tuple[Table[Any], Iterator[Row]]]]:
    if isinstance(found, (str, Path)):
        return tables_of(Path(found)), walk(Path(found))
    several = [found] if isinstance(found, ArticleRecords) else found
    return list(OF_ARTICLE), ((table, table.rows(one)) for one in several for table in OF_ARTICLE)


def _collect(tables: list[Table[Any]], chunks: Iterator[tuple[Table[Any], Iterator[Row]]]) -> "dict[str, DataFrame]":
    pandas = need("pandas", "export")
    rows: dict[str, list[Row]] = {table.name: [] for table in tables}
    for table, chunk in chunks:
        if table.name in rows:
            rows[table.name].extend(chunk)
    return {
        table.name: pandas.DataFrame(rows[table.name], columns=list(table.columns)).astype(
            {name: DTYPES[kind] for name, kind in table.columns.items()}
        )
        for table in tables
    }
