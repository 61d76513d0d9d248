"""Build the database from the output files of a run, article by article."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.errors import InputError, UsageError
from pipeline.explore.article_rows import Row, article_rows
from pipeline.explore.corpus_rows import actor_rows, claim_rows, outlet_row
from pipeline.extras import need
from pipeline.records import Actor, ClaimGroup, Outlet
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import read
from pipeline.records.whole import whole

SEARCHED = {"articles": ["title", "text"], "sentences": ["text"], "quotes": ["content", "source"], "nodes": ["text"]}
AGAIN = "run `argmap run` again, so that all files come from one run"


def build(out: Path, path: Path) -> int:
    """Write the database of the run in `out` to `path`, whole or not at all; return the number of articles.

    Raises:
        MissingArtifactError: an output file is not there.
        InputError: the files are not of one run.
        UsageError: sqlite-utils is not installed, or the file cannot be written.
    """
    sqlite_utils = need("sqlite_utils", "explore")
    try:
        with whole(path) as scratch:
            scratch.unlink(missing_ok=True)  # else SQLite would add to what a killed build left
            with closing(sqlite_utils.Database(sqlite3.connect(scratch))) as db:
                # The scratch file is thrown away on any failure, so that a journal would be written for nothing.
                db.execute("PRAGMA journal_mode = OFF")
                db.execute("PRAGMA synchronous = OFF")
                return _fill(db, out)
    except sqlite3.IntegrityError as error:
        raise InputError(f"the same id twice: {error}", str(out), AGAIN) from error
    except sqlite3.OperationalError as error:
        raise UsageError(str(error), str(path), "check the path, its permissions and free space") from error


def _fill(db: Any, out: Path) -> int:
    here = Path(__file__)
    db.conn.executescript(here.with_name("schema.sql").read_text(encoding="utf-8"))
    with db.atomic():
        count = _insert_articles(db, out, _insert_outlets(db, out))
        for claim in read(out / "claims.jsonl", ClaimGroup, "corpus"):
            _insert(db, claim_rows(claim))
        for actor in read(out / "actors.jsonl", Actor, "corpus"):
            _insert(db, actor_rows(actor))
    db.conn.executescript(here.with_name("views.sql").read_text(encoding="utf-8"))
    _check_references(db, out)
    for table, columns in SEARCHED.items():
        db[table].enable_fts(columns, tokenize="porter")
        db[table].optimize()
    db.analyze()
    return count


def _insert(db: Any, rows: dict[str, list[Row]]) -> None:
    for table, records in rows.items():
        db[table].insert_all(records)


def _insert_outlets(db: Any, out: Path) -> dict[str | None, int]:
    numbers: dict[str | None, int] = {}
    for number, outlet in enumerate(read(out / "outlets.jsonl", Outlet, "corpus")):
        numbers[outlet.name] = number
        _insert(db, {"outlets": [outlet_row(number, outlet)]})
    return numbers


def _insert_articles(db: Any, out: Path, outlets: dict[str | None, int]) -> int:
    count = 0
    for count, found in enumerate(read_articles(out), 1):  # noqa: B007 (the last count is the number of articles)
        if found.article.source not in outlets:
            raise InputError(f"no outlet {found.article.source!r} in it", str(out / "outlets.jsonl"), AGAIN)
        _insert(db, article_rows(found, outlets[found.article.source]))
    return count


def _check_references(db: Any, out: Path) -> None:
    bad = db.execute("PRAGMA foreign_key_check").fetchone()
    if bad:
        raise InputError(f"{bad[0]} name {bad[2]} that are not there", str(out), AGAIN)
