"""The code book of points (points.tsv): which recurring arguments a sentence makes, told by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import InputError

BOOK = Path(__file__).with_name("points.tsv")
SIDES = ("pro", "anti")
WORD = re.compile(r"\w+(?:'\w+)?")
FIELDS = 3
Alternative = tuple[str, ...]  # words in a row; one that ends in * is the beginning of a word


@dataclass(frozen=True, slots=True)
class Term:
    """Alternatives of which one must occur in a sentence, or, negated, none may."""

    alternatives: tuple[Alternative, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point of one side, and the patterns that show it; a pattern is a conjunction of terms."""

    id: str
    side: str
    words: str
    patterns: tuple[tuple[Term, ...], ...]


class CodeBook:
    """Tells the points of a sentence; words are looked up once each, so that time hardly grows with the patterns."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self.points = points
        self._words_of = {(p.id, p.side): p.words for p in points}
        alternatives = {a for p in points for pattern in p.patterns for term in pattern for a in term.alternatives}
        self._exact: dict[str, list[Alternative]] = {}
        self._begin: dict[str, list[Alternative]] = {}
        for alternative in sorted(alternatives):
            first = alternative[0]
            table = self._begin if first.endswith("*") else self._exact
            table.setdefault(first.rstrip("*"), []).append(alternative)
        self._longest = max(map(len, self._begin), default=0)
        self._begun_by = cache(self._find_begun_by)

    def wording(self, point: str, side: str) -> str:
        """Give a point of a side in words."""
        return self._words_of[point, side]

    def points_of(self, text: str, side: str) -> list[str]:
        """List the points that a sentence of this side makes, in the order of the book."""
        seen = self._alternatives_in(WORD.findall(text.lower().replace("’", "'")))
        return [p.id for p in self.points if p.side == side and any(_holds(pattern, seen) for pattern in p.patterns)]

    def _alternatives_in(self, words: list[str]) -> set[Alternative]:
        seen: set[Alternative] = set()
        for at, word in enumerate(words):
            for alternative in self._begun_by(word):
                rest = alternative[1:]
                if not rest or (
                    at + len(rest) < len(words)
                    and all(_same(w, r) for w, r in zip(words[at + 1 :], rest, strict=False))
                ):
                    seen.add(alternative)
        return seen

    def _find_begun_by(self, word: str) -> tuple[Alternative, ...]:
        found = list(self._exact.get(word, ()))
        for size in range(1, min(len(word), self._longest) + 1):
            found += self._begin.get(word[:size], ())
        return tuple(found)


def _same(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _holds(pattern: tuple[Term, ...], seen: set[Alternative]) -> bool:
    return all(any(a in seen for a in term.alternatives) != term.negated for term in pattern)


@cache
def shipped_book() -> CodeBook:
    """Read the code book that comes with the package."""
    return CodeBook(tuple(read_points(BOOK)))


def read_points(path: Path) -> Iterator[Point]:
    """Read a code book: a line for a point, then a line that begins with a tab for each of its patterns.

    Raises:
        InputError: a line is neither, or a point has no pattern; `where` is path:line.
    """
    head: tuple[str, str, str] | None = None
    patterns: list[tuple[Term, ...]] = []
    lists: dict[str, str] = {}
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if line.startswith("\t") and head:
            filled = re.sub(r"@\w+", lambda m: lists[m.group()], line.strip())
            patterns.append(tuple(map(_term, filled.split(" & "))))
            continue
        if head:
            if not patterns:
                raise InputError("a point without a pattern", f"{path}:{number}", "add a line with a tab and a pattern")
            yield Point(*head, tuple(patterns))
        head, patterns = None, []
        if line.startswith("@"):
            name, wordings = line.split("\t")
            lists[name] = wordings
        elif line:
            fields = line.split("\t")
            if len(fields) != FIELDS or fields[1] not in SIDES:
                raise InputError("not a point", f"{path}:{number}", "write its id, pro or anti, and the point in words")
            head = (fields[0], fields[1], fields[2])


def _term(text: str) -> Term:
    return Term(tuple(tuple(alternative.split()) for alternative in text.lstrip("!").split("|")), text.startswith("!"))
