"""The rows of all articles in a scratch database, so that memory does not grow with their number."""

import sqlite3
from collections.abc import Iterator

import orjson
from markupsafe import Markup

from pipeline.records.batch import Batch
from pipeline.records.scratch_db import scratch_db
from pipeline.report.index import IndexRow

TABLE = """
CREATE TABLE rows (number INTEGER PRIMARY KEY, id TEXT UNIQUE, page TEXT, copy INTEGER, row BLOB, line TEXT);
CREATE INDEX by_page ON rows (page);
"""
FULL = 128  # rows that wait to be written together


class Rows:
    """Rows in order, to be looked up by the ids of their articles."""

    def __init__(self) -> None:
        self._db = scratch_db()
        self._db.executescript(TABLE)
        self._waiting = Batch(self._db, "rows", 6, FULL)

    def close(self) -> None:
        """Forget all."""
        self._db.close()

    def add(self, number: int, row: IndexRow, kept: bytes, line: str) -> None:
        """Take a row, as it is kept and as a line of the list."""
        self._waiting.add([(number, row.id, row.page, row.duplicate_of is not None, kept, line)])

    def get(self, article: str) -> IndexRow | None:
        """Find an article's row."""
        found = self._written().execute("SELECT row FROM rows WHERE id = ?", (article,)).fetchone()
        return load_row(found[0]) if found else None

    def has_page(self, name: str) -> bool:
        """Tell whether a page of this name belongs to an article."""
        return self._written().execute("SELECT 1 FROM rows WHERE page = ?", (name,)).fetchone() is not None

    def copies(self) -> int:
        """Count the articles that nearly copy another."""
        return int(self._written().execute("SELECT count(*) FROM rows WHERE copy").fetchone()[0])

    def lines(self) -> Iterator[Markup]:
        """Yield the lines of the list."""
        for (line,) in self._written().execute("SELECT line FROM rows ORDER BY number"):
            yield Markup(line)  # noqa: S704 (made with autoescape)

    def __len__(self) -> int:
        """Count them."""
        return int(self._written().execute("SELECT count(*) FROM rows").fetchone()[0])

    def _written(self) -> sqlite3.Connection:
        self._waiting.write()
        return self._db


def load_row(kept: bytes) -> IndexRow:
    """Read a row that was kept as JSON."""
    return IndexRow(**orjson.loads(kept))
