"""The folder of pages: those that changed wait beside the outputs until all are ready, those of earlier articles go."""

import filecmp
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path

from pipeline.own_folder import OWN
from pipeline.records.pages import PAGE
from pipeline.report.index import CORPUS
from pipeline.report.known_pages import KnownPages

# Pages can be made again, so that they take their names without the disk having them for certain. The paths of articles' pages
# are strings: a Path leaves its parts in a table of the interpreter, which grows with the number of articles.

MOVED = 1000  # between two looks


class Pages:
    """The pages of a run that is on its way."""

    def __init__(self, out: Path) -> None:
        self._folder = out / "report"
        self._waiting = out / OWN / "pages"
        shutil.rmtree(self._waiting, ignore_errors=True)  # of a killed run
        self._file = out / OWN / "pages.db"

    @cached_property
    def _known(self) -> KnownPages:
        return KnownPages(self._file)

    def close(self) -> None:
        """Throw away what was not committed."""
        if "_known" in vars(self):
            self._known.close()
        shutil.rmtree(self._waiting, ignore_errors=True)

    def holds(self, name: str, made_from: str) -> bool:
        """Tell whether a page is there as it was made from this."""
        return self._known.holds(name, made_from, f"{self._folder}/{name}")

    def put(self, name: str, parts: Iterable[str], made_from: str | None = None) -> None:
        """Take a page, unless its file holds these bytes."""
        data = "".join(parts).encode()
        page = f"{self._folder}/{name}"
        if not _holds(page, data):
            page = f"{self._waiting}/{name}"
            self._waiting.mkdir(parents=True, exist_ok=True)
            with open(page, "wb") as file:
                file.write(data)
        if made_from:
            self._known.note(name, made_from, page)

    def put_long(self, name: str, parts: Iterable[str]) -> None:
        """Take a page that is too long to hold."""
        page, waiting = self._folder / name, self._waiting / name
        waiting.parent.mkdir(parents=True, exist_ok=True)
        with open(waiting, "w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        if page.is_file() and filecmp.cmp(waiting, page, shallow=False):
            waiting.unlink()

    def commit(self) -> None:
        """Give the pages their names."""
        # A folder that changes while it is listed may leave some out.
        while names := list(islice(_pages_in(self._waiting), MOVED)):
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                os.replace(f"{self._waiting}/{name}", f"{self._folder}/{name}")  # noqa: PTH105
        if "_known" in vars(self):
            self._known.commit()

    def drop_others(self, is_ours: Callable[[str], bool]) -> None:
        """Remove the pages of an earlier run's articles; nobody would think of them when the folder is shared."""
        for name in _pages_in(self._folder):
            if not is_ours(name):
                (self._folder / name).unlink()


def _holds(file: str, data: bytes) -> bool:
    with suppress(OSError), open(file, "rb") as page:
        return os.fstat(page.fileno()).st_size == len(data) and page.read() == data
    return False


def _pages_in(folder: Path) -> Iterator[str]:
    """Yield the names of pages; Path.glob would hold all of them."""
    if folder.is_dir():
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries if entry.name == CORPUS or PAGE.fullmatch(entry.name))
