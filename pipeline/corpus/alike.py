"""Group nodes by their wording: those that share a band of MinHash are compared by the words themselves; on disk."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.params import CorpusParams

NEIGHBOURS = 20  # compared in a band, in order of their words, so that time stays linear when a band is full
KNOWN = 1_000  # wordings kept at most, so that memory does not grow with the texts
SAME_BAND = """
SELECT DISTINCT numbers FROM (SELECT group_concat(wording) AS numbers FROM bands GROUP BY key HAVING count(*) > 1)
"""
TAKE_ROOTS = """
UPDATE members SET wording = (SELECT root FROM wordings w WHERE w.number = members.wording)
WHERE wording IN (SELECT number FROM wordings WHERE root != number)
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """The stems of nodes, in order and with spaces between; `original` where one is of no near-copy."""

    number: int
    words: str
    original: bool
    stems: frozenset[str]

    def overlap(self, other: "Wording") -> float:
        """Give the share of common words (Jaccard)."""
        return len(self.stems & other.stems) / len(self.stems | other.stems)


class LikeTexts:
    """The wordings of nodes; two nodes with the same stems are one wording, and like wordings of a side have one root.

    Near-copies of an article join a group but never make or bridge one, so that a copy changes no distinct figure. Only
    wordings that are like others are held in memory.
    """

    def __init__(self, db: sqlite3.Connection, params: CorpusParams) -> None:
        self.db = db
        self.params = params

    def add(self, stance: str, words: str, original: bool) -> tuple[int, bool]:
        """Give the number of a node's wording, and whether it is new."""
        row = (stance, words, original)
        put = self.db.execute(
            "INSERT INTO wordings (stance, words, original) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row
        )
        if put.rowcount:
            return int(put.lastrowid or 0), True
        known = "SELECT number FROM wordings WHERE stance = ? AND words = ?"
        number = int(self.db.execute(known, (stance, words)).fetchone()[0])
        if original:
            self.db.execute("UPDATE wordings SET original = 1 WHERE number = ?", (number,))
        return number, False

    def join(self) -> None:
        """Set the root of every wording, and put the members of its groups there."""
        roots: dict[int, int] = {}

        def root(number: int) -> int:
            while (above := roots.get(number, number)) != number:
                roots[number] = roots.get(above, above)
                number = above
            return number

        copies: dict[int, tuple[float, str, int]] = {}
        wording = lru_cache(KNOWN)(self._wording)
        self.db.execute("CREATE INDEX nodes.by_band ON bands (key, wording)")
        for (found,) in self.db.execute(SAME_BAND):
            numbers = list(map(int, found.split(",")))
            if len(set(map(root, numbers))) == 1:  # joined already, as most are that share several bands
                continue
            for one, other in _pairs(list(map(wording, numbers))):
                if one.original and other.original:
                    a, b = sorted((root(one.number), root(other.number)))
                    if a != b and one.overlap(other) >= self.params.group_jaccard:
                        roots[b] = a
                elif one.original or other.original:
                    copy, first = (other, one) if one.original else (one, other)
                    overlap = one.overlap(other)
                    if overlap >= self.params.group_jaccard:
                        this = (-overlap, first.words, first.number)
                        copies[copy.number] = min(copies.get(copy.number, (0.0, "", 0)), this)
        roots |= {copy: first for copy, (_, _, first) in copies.items()}
        self.db.execute("UPDATE wordings SET root = number")
        self.db.executemany("UPDATE wordings SET root = ? WHERE number = ?", [(root(n), n) for n in sorted(roots)])
        self.db.execute(TAKE_ROOTS)

    def _wording(self, number: int) -> Wording:
        row = "SELECT number, words, original FROM wordings WHERE number = ?"
        at, words, original = self.db.execute(row, (number,)).fetchone()
        return Wording(at, words, bool(original), frozenset(words.split()))


def _pairs(near: list[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs of a band that are compared."""
    near.sort(key=lambda w: (not w.original, w.words))
    for at, this in enumerate(near):
        for other in near[max(0, at - NEIGHBOURS) : at]:
            yield other, this
