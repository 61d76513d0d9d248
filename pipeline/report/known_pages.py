"""What the pages of articles were made from, so that one that nobody touched since is neither drawn nor compared again."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.records.batch import Batch
from pipeline.records.scratch_db import scratch_db
from pipeline.records.whole import scratch_of

TABLE = "CREATE TABLE pages (name TEXT PRIMARY KEY, made_from TEXT, size INTEGER, time INTEGER, inode INTEGER) WITHOUT ROWID"
LOOK = "SELECT made_from, size, time, inode FROM pages WHERE name = ?"
LARGEST = 2**63 - 1  # integer of SQLite; some file systems number files beyond it
FULL = 128  # pages that wait to be noted together
Look = tuple[int, int, int]  # of a file: size, time of its last change in ns, inode


class KnownPages:
    """A file of what was known after the last run, and one of what will be after this.

    A page is known by the key of what it was made from and by the look of its file, as git knows the files of a folder.
    Without the file, or where it is damaged or cannot be written, pages are compared byte by byte.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old: sqlite3.Connection | None = None
        self._new: sqlite3.Connection | None = None
        with self._or_never():
            file.parent.mkdir(parents=True, exist_ok=True)
            scratch_of(file).unlink(missing_ok=True)
            self._new = scratch_db(scratch_of(file))
            self._new.execute(TABLE)
            self._noted = Batch(self._new, "pages", 5, FULL)
            if file.is_file():
                self._old = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)

    def close(self) -> None:
        """Forget what was not committed."""
        for db in (self._new, self._old):
            if db:
                db.close()
        self._new = self._old = None
        with suppress(OSError):
            scratch_of(self._file).unlink(missing_ok=True)

    def holds(self, name: str, made_from: str, file: str) -> bool:
        """Tell whether a page is there as it was made from this; it is then known on. `file` is the page itself."""
        row = None
        if self._old:
            with suppress(sqlite3.Error):
                row = self._old.execute(LOOK, (name,)).fetchone()
        if row is None or row[0] != made_from:
            return False
        with suppress(OSError):
            if _look(file) == tuple(row[1:]):
                self._note(name, *row)
                return True
        return False

    def note(self, name: str, made_from: str, file: str) -> None:
        """Note what a page was made from; `file` is the page itself, or will take its name."""
        with suppress(OSError):
            self._note(name, made_from, *_look(file))

    def _note(self, *row: str | int) -> None:
        with self._or_never():
            if self._new:
                self._noted.add([row])

    def commit(self) -> None:
        """Know from now on what was noted."""
        with self._or_never():
            if self._new:
                self._noted.write()
                self._new.commit()
                self._new.close()
                self._new = None
                scratch_of(self._file).replace(self._file)

    @contextmanager
    def _or_never(self) -> Iterator[None]:
        """Know nothing after this run where it cannot be written down."""
        try:
            yield
        except (sqlite3.Error, OSError):
            if self._new:
                self._new.close()
            self._new = None


def _look(file: str) -> Look:
    status = os.stat(file)  # noqa: PTH116 (see keep.py)
    return status.st_size, status.st_mtime_ns, status.st_ino & LARGEST
