"""Scratch databases on disk: they hold what would else grow in memory with the number of articles."""

import sqlite3
from pathlib import Path

CACHE = 256  # kB of a database that are held in memory; more is no faster, since the system holds the file itself


def scratch_db(file: Path | None = None) -> sqlite3.Connection:
    """Open a database, empty and in a file that has no name unless one is given, so that a killed process leaves none.

    Nothing is brought to the disk before its time, and a transaction cannot be taken back. Text compares by code points.
    """
    db = sqlite3.connect("" if file is None else file)
    _set(db, "main")
    return db


def attach(db: sqlite3.Connection, name: str) -> None:
    """Open a second one by its side, whose tables are those of `name`."""
    db.execute("ATTACH DATABASE '' AS ?", (name,))
    _set(db, name)


def _set(db: sqlite3.Connection, name: str) -> None:
    for setting in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{CACHE}"):
        db.execute(f"PRAGMA {name}.{setting}")
