"""Scratch databases: on disk, and whole under a name that is given."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.records.scratch_db import CACHE, scratch_db


def test_text_compares_by_code_points_and_little_is_held_in_memory() -> None:
    with closing(scratch_db()) as db:
        db.execute("CREATE TABLE t (word TEXT)")
        db.executemany("INSERT INTO t VALUES (?)", [("ä",), ("z",), ("Z",)])
        assert [word for (word,) in db.execute("SELECT word FROM t ORDER BY word")] == ["Z", "z", "ä"]
        assert db.execute("PRAGMA cache_size").fetchone() == (-CACHE,)


def test_with_a_name_what_was_committed_is_there(tmp_path: Path) -> None:
    file = tmp_path / "named.db"
    with closing(scratch_db(file)) as db:
        db.execute("CREATE TABLE t (number INTEGER)")
        db.execute("INSERT INTO t VALUES (7)")
        db.commit()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT number FROM t").fetchall() == [(7,)]
