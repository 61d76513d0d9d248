"""A scratch database on disk, so that memory does not grow with the number of articles."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.records.scratch_db import attach, scratch_db

TABLES = """
CREATE TABLE articles (source TEXT, outlet TEXT, published TEXT, original INTEGER, pro INTEGER, anti INTEGER,
  neutral INTEGER, node_pro INTEGER, node_anti INTEGER, node_neutral INTEGER);
CREATE TABLE speakers (number INTEGER PRIMARY KEY, id TEXT, article TEXT, kind TEXT, role TEXT, affiliation TEXT,
  position TEXT, pro INTEGER, anti INTEGER, neutral INTEGER, key TEXT, short TEXT, state TEXT, rank TEXT, appearance TEXT,
  published TEXT, original INTEGER);
CREATE INDEX by_short ON speakers (short);
CREATE TABLE actors (key TEXT PRIMARY KEY, number INTEGER, name TEXT) WITHOUT ROWID;
CREATE TABLE voices (speaker INTEGER PRIMARY KEY, actor INTEGER);
CREATE TABLE nodes.members (place INTEGER, stance TEXT, point TEXT, wording INTEGER, said INTEGER, id TEXT, article TEXT,
  outlet TEXT, published TEXT, original INTEGER, text TEXT, speaker INTEGER);
CREATE TABLE nodes.wordings (number INTEGER PRIMARY KEY, stance TEXT, words TEXT, original INTEGER, root INTEGER,
  UNIQUE (stance, words));
CREATE TABLE nodes.bands (key INTEGER, wording INTEGER);
"""


@contextmanager
def scratch(file: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Open the tables, empty; those of articles and speakers in a file where another process is to read them."""
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
    with closing(scratch_db(file)) as db:
        attach(db, "nodes")  # apart, so that they may change while another process reads the rest
        db.executescript(TABLES)
        yield db
