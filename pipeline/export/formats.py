"""The formats by name. A new one is a module with SUFFIX, ABOUT and `dump` (or `sink`), named here once."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pipeline.export import aif, argdown, csv, dot, graphml, parquet, web_annotation, xaif
from pipeline.records.article_records import ArticleRecords
from pipeline.tables.table import Row, Table


class Format(Protocol):
    """What every format's module has."""

    __name__: str
    SUFFIX: str  # of its files
    ABOUT: str  # a line for `argmap export --list`


class MapFormat(Format, Protocol):
    """A format with one file an article."""

    def dump(self, found: ArticleRecords) -> str:
        """Give the text of one article's file."""


class TableFormat(Format, Protocol):
    """A format with one file a table."""

    def sink(self, path: Path, table: Table[Any]) -> AbstractContextManager[Callable[[Iterable[Row]], None]]:
        """Open a table's file; give the function that appends rows."""


F = TypeVar("F", bound=Format)


def _by_name(*modules: F) -> dict[str, F]:
    return {module.__name__.rpartition(".")[2].replace("_", "-"): module for module in modules}


MAPS: dict[str, MapFormat] = _by_name(aif, xaif, argdown, graphml, dot, web_annotation)
TABLES: dict[str, TableFormat] = _by_name(csv, parquet)


def listing() -> str:
    """Say what each format is, a line each."""
    formats: dict[str, Format] = {**MAPS, **TABLES}
    return "\n".join(f"{name:15} {module.ABOUT}" for name, module in formats.items())
