"""Rows that wait to be written to a scratch database together, which takes a fraction of the time."""

import sqlite3
from collections.abc import Iterable

Row = tuple[object, ...]


class Batch:
    """The rows of a table; `size` of them at most wait, or one call's more."""

    def __init__(self, db: sqlite3.Connection, table: str, columns: int, size: int) -> None:
        self._db = db
        self._insert = f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 (a table of our own)
        self._size = size
        self._rows: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows."""
        self._rows.extend(rows)
        if len(self._rows) >= self._size:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        if self._rows:
            self._db.executemany(self._insert, self._rows)
            self._rows.clear()
