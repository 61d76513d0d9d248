"""A scratch database on disk, so that memory does not grow with the number of articles."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

TABLES = """
CREATE TABLE articles (id TEXT PRIMARY KEY, outlet TEXT, published TEXT, original INTEGER) WITHOUT ROWID;
CREATE TABLE sources (name TEXT, outlet TEXT, original INTEGER);
CREATE TABLE counts (article TEXT, pro INTEGER, anti INTEGER, neutral INTEGER, node_pro INTEGER, node_anti INTEGER,
  node_neutral INTEGER);
CREATE TABLE nodes (number INTEGER PRIMARY KEY, id TEXT, article TEXT, original INTEGER, text TEXT, wording INTEGER,
  speaker TEXT);
CREATE TABLE speakers (id TEXT PRIMARY KEY, article TEXT, name TEXT, kind TEXT, role TEXT, affiliation TEXT,
  position TEXT, pro INTEGER, anti INTEGER, neutral INTEGER, key TEXT, short TEXT, state TEXT, actor INTEGER)
  WITHOUT ROWID;
CREATE TABLE members (node INTEGER, stance TEXT, point TEXT, wording INTEGER);
CREATE TABLE wordings (number INTEGER PRIMARY KEY, stance TEXT, words TEXT, original INTEGER, root INTEGER,
  UNIQUE (stance, words));
CREATE TABLE bands (key INTEGER, wording INTEGER);
"""


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """Open an empty database in a file that has no name, so that a killed process leaves none; text compares by code points."""
    db = sqlite3.connect("")
    try:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        db.executescript(TABLES)
        yield db
    finally:
        db.close()
