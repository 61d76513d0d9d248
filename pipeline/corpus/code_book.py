"""The code book: which recurring arguments a sentence makes, told by its words."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pipeline.corpus.point import Pattern, Point
from pipeline.corpus.read_points import SIDES, read_points
from pipeline.corpus.wordings import Wordings

SHIPPED = Path(__file__).with_name("points.tsv")
WORD = re.compile(r"\w+(?:'\w+)?")


class CodeBook:
    """Tells the points of a sentence; a word is looked up once, so that time hardly grows with the number of patterns."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._words = {(p.side, p.id): p.words for p in points}
        self._wordings = Wordings(a for p in points for pattern in p.patterns for term in pattern for a in term.anyof)
        self._patterns = {
            side: [(p.id, [self._numbered(pattern) for pattern in p.patterns]) for p in points if p.side == side]
            for side in SIDES
        }

    def in_words(self, side: str, point: str) -> str:
        """Give a point of a side in words."""
        return self._words[side, point]

    def points_of(self, text: str, side: str) -> list[str]:
        """List the points that a sentence of this side makes, in the order of the book."""
        seen = self._wordings.found_in(WORD.findall(text.lower().replace("’", "'")))
        return [
            point
            for point, patterns in self._patterns[side]
            if any(all(seen.isdisjoint(anyof) == negated for anyof, negated in pattern) for pattern in patterns)
        ]

    def _numbered(self, pattern: Pattern) -> list[tuple[frozenset[int], bool]]:
        return [(frozenset(map(self._wordings.number, term.anyof)), term.negated) for term in pattern]


@cache
def shipped_book() -> CodeBook:
    """Read the code book that comes with the package."""
    return CodeBook(tuple(read_points(SHIPPED)))
