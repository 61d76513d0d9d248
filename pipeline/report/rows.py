"""The rows of all articles in a scratch database, so that memory does not grow with their number."""

from collections.abc import Iterator

import orjson

from pipeline.records.scratch_db import scratch_db
from pipeline.report.index import IndexRow

TABLE = "CREATE TABLE rows (number INTEGER PRIMARY KEY, id TEXT UNIQUE, page TEXT, copy INTEGER, row BLOB)"


class Rows:
    """Rows in the order in which they were added, to be looked up by the ids of their articles."""

    def __init__(self) -> None:
        self._db = scratch_db()
        self._db.execute(TABLE)
        self._db.execute("CREATE INDEX by_page ON rows (page)")

    def close(self) -> None:
        """Forget all."""
        self._db.close()

    def add(self, kept: bytes) -> IndexRow:
        """Take and give a row that was kept as JSON."""
        row = load_row(kept)
        self._db.execute(
            "INSERT INTO rows VALUES (NULL, ?, ?, ?, ?)", (row.id, row.page, row.duplicate_of is not None, kept)
        )
        return row

    def get(self, article: str) -> IndexRow | None:
        """Find an article's row."""
        found = self._db.execute("SELECT row FROM rows WHERE id = ?", (article,)).fetchone()
        return load_row(found[0]) if found else None

    def has_page(self, name: str) -> bool:
        """Tell whether a page of this name belongs to an article."""
        return self._db.execute("SELECT 1 FROM rows WHERE page = ?", (name,)).fetchone() is not None

    def copies(self) -> int:
        """Count the articles that nearly copy another."""
        return int(self._db.execute("SELECT count(*) FROM rows WHERE copy").fetchone()[0])

    def __iter__(self) -> Iterator[IndexRow]:
        """Yield the rows."""
        for (kept,) in self._db.execute("SELECT row FROM rows ORDER BY number"):
            yield load_row(kept)

    def __len__(self) -> int:
        """Count them."""
        return int(self._db.execute("SELECT count(*) FROM rows").fetchone()[0])


def load_row(kept: bytes) -> IndexRow:
    """Read a row that was kept as JSON."""
    return IndexRow(**orjson.loads(kept))
