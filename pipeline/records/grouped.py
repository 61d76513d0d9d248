"""Walk several files of one run together, article by article; all are sorted by article id."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.errors import InputError
from pipeline.records.jsonl import read

T = TypeVar("T")


class Grouped(Generic[T]):
    """Give the records of one article after the other; holds one article's records at a time.

    A file that belongs to other articles is an error: its records would be missed without a word.
    """

    def __init__(self, path: Path, kind: type[T], stage: str, article: Callable[[T], str]) -> None:
        self._records: Iterator[T] = read(path, kind, stage)
        self._path = path
        self._stage = stage
        self._article = article
        self._next: T | None = next(self._records, None)

    def of(self, article: str, count: int | None = None) -> list[T]:
        """List the records of an article; articles must be asked for in the order of the files.

        Raises:
            InputError: the file holds an article that was not asked for, or not `count` records of this one.
        """
        if self._next is not None and self._article(self._next) < article:
            raise self._stale(f"holds the article {self._article(self._next)!r}, which articles.jsonl does not")
        found: list[T] = []
        while self._next is not None and self._article(self._next) == article:
            found.append(self._next)
            self._next = next(self._records, None)
        if count is not None and len(found) != count:
            raise self._stale(f"{len(found)} records of the article {article!r}, not {count}")
        return found

    def finish(self) -> None:
        """Check that nothing is left.

        Raises:
            InputError: the file holds more articles.
        """
        if self._next is not None:
            raise self._stale(f"holds the article {self._article(self._next)!r}, which articles.jsonl does not")

    def _stale(self, what: str) -> InputError:
        return InputError(what, str(self._path), f"run `argmap {self._stage}` again, and the stages after it")
