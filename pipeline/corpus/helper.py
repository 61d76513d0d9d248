"""Another process that joins names and makes the lines of actors.jsonl, while this one is at the claims."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import closing
from pathlib import Path

from pipeline.corpus.follow import actor_lines
from pipeline.corpus.join_names import join_names
from pipeline.records.scratch_db import scratch_db

LINES = ".lines"  # ending of the file in which lines are handed over


class HelperGoneError(Exception):
    """The process died, or was stopped; what it shared may be damaged."""


class Helper:
    """A process that has time, and the file of the database that it shares; it is asked once."""

    def __init__(self, pool: Executor, shared: Path) -> None:
        self.shared = shared
        self._pool = pool
        self._names: Future[None]
        self._lines: Future[None]

    def begin(self, db: sqlite3.Connection) -> None:
        """Hand over the tables of articles and speakers, which must not be touched until the names are joined."""
        db.commit()
        try:
            self._names = self._pool.submit(_join, self.shared)
            self._lines = self._pool.submit(_write, self.shared)
        except RuntimeError as error:
            raise HelperGoneError from error

    def wait_for_names(self) -> None:
        """Wait until names are joined; the tables may be read from now on."""
        _wait(self._names)

    def actor_lines(self) -> Iterator[str]:
        """Wait for the lines of actors.jsonl, and yield them."""
        _wait(self._lines)
        with open(self.shared.with_suffix(LINES), encoding="utf-8", newline="\n") as file:
            yield from (line.removesuffix("\n") for line in file)


def _wait(done: Future[None]) -> None:
    try:
        done.result()
    except RuntimeError as error:
        raise HelperGoneError from error


def _join(shared: Path) -> None:
    with closing(scratch_db(shared)) as db:
        join_names(db)
        db.commit()


def _write(shared: Path) -> None:
    with (
        closing(scratch_db(shared)) as db,
        open(shared.with_suffix(LINES), "w", encoding="utf-8", newline="\n") as file,
    ):
        file.writelines(f"{line}\n" for line in actor_lines(db))
