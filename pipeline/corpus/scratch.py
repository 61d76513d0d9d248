"""A scratch database on disk, so that memory does not grow with the number of articles."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from pipeline.records.scratch_db import scratch_db

TABLES = """
CREATE TABLE articles (source TEXT, outlet TEXT, published TEXT, original INTEGER, pro INTEGER, anti INTEGER,
  neutral INTEGER, node_pro INTEGER, node_anti INTEGER, node_neutral INTEGER);
CREATE TABLE speakers (number INTEGER PRIMARY KEY, id TEXT, article TEXT, kind TEXT, role TEXT, affiliation TEXT,
  position TEXT, pro INTEGER, anti INTEGER, neutral INTEGER, key TEXT, short TEXT, state TEXT, rank TEXT, appearance TEXT,
  published TEXT, original INTEGER);
CREATE INDEX by_short ON speakers (short);
CREATE TABLE actors (key TEXT PRIMARY KEY, number INTEGER, name TEXT) WITHOUT ROWID;
CREATE TABLE members (place INTEGER, stance TEXT, point TEXT, wording INTEGER, said INTEGER, id TEXT, article TEXT,
  outlet TEXT, published TEXT, original INTEGER, text TEXT, speaker INTEGER);
CREATE TABLE wordings (number INTEGER PRIMARY KEY, stance TEXT, words TEXT, original INTEGER, root INTEGER,
  UNIQUE (stance, words));
CREATE TABLE bands (key INTEGER, wording INTEGER);
"""


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """Open the tables, empty."""
    with closing(scratch_db()) as db:
        db.executescript(TABLES)
        yield db
