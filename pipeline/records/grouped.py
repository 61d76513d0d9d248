"""Walk several files of one run together, article by article; all are sorted by article id."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.records.jsonl import read

T = TypeVar("T")


class Grouped(Generic[T]):
    """Give the records of one article after the other; holds one article's records at a time."""

    def __init__(self, path: Path, kind: type[T], stage: str, article: Callable[[T], str]) -> None:
        self._records: Iterator[T] = read(path, kind, stage)
        self._article = article
        self._next: T | None = next(self._records, None)

    def of(self, article: str) -> list[T]:
        """List the records of an article; articles must be asked for in the order of the files."""
        found: list[T] = []
        while self._next is not None and self._article(self._next) == article:
            found.append(self._next)
            self._next = next(self._records, None)
        return found
