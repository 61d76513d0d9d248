"""Group nodes by their wording: MinHash with banding on disk, then the overlap of the words themselves."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.params import CorpusParams
from pipeline.text.minhash import signature
from pipeline.text.stems import stems

NEIGHBOURS = 20  # compared in a band, in order of their words, so that time stays linear when a band is full
SAME_BAND = (
    "SELECT b.key, w.number, w.words, w.original FROM bands b JOIN wordings w ON w.number = b.wording "
    "ORDER BY b.key, w.original DESC, w.words"
)


class LikeTexts:
    """The wordings of nodes; two nodes with the same stems are one wording, and like wordings of a side have one root.

    Near-copies of an article join a group but never make or bridge one, so that a copy changes no distinct figure. Only
    wordings that are like others are held in memory.
    """

    def __init__(self, db: sqlite3.Connection, params: CorpusParams) -> None:
        self.db = db
        self.params = params

    def add(self, stance: str, text: str, original: bool) -> int | None:
        """Give the number of a node's wording; None where it has too few words to tell."""
        words = sorted(stems(text))
        if len(words) < self.params.min_stems:
            return None
        key = (stance, " ".join(words))
        known = self.db.execute("SELECT number, original FROM wordings WHERE stance = ? AND words = ?", key).fetchone()
        if known:
            number = int(known[0])
            if original and not known[1]:
                self.db.execute("UPDATE wordings SET original = 1 WHERE number = ?", (number,))
            return number
        cursor = self.db.execute("INSERT INTO wordings (stance, words, original) VALUES (?, ?, ?)", (*key, original))
        number = int(cursor.lastrowid or 0)
        self.db.executemany("INSERT INTO bands VALUES (?, ?)", [(band, number) for band in self._bands(stance, words)])
        return number

    def join(self) -> None:
        """Set the root of every wording."""
        roots: dict[int, int] = {}

        def root(number: int) -> int:
            while (above := roots.get(number, number)) != number:
                roots[number] = roots.get(above, above)
                number = above
            return number

        copies: dict[int, tuple[float, str, int]] = {}
        for one, other, overlap in self._pairs():
            if one[2] and other[2]:
                a, b = sorted((root(one[0]), root(other[0])))
                roots[b] = a
            elif one[2] != other[2]:
                copy, first = (other, one) if one[2] else (one, other)
                copies[copy[0]] = min(copies.get(copy[0], (0.0, "", 0)), (-overlap, first[1], first[0]))
        roots |= {copy: first for copy, (_, _, first) in copies.items()}
        self.db.execute("UPDATE wordings SET root = number")
        self.db.executemany("UPDATE wordings SET root = ? WHERE number = ?", [(root(n), n) for n in sorted(roots)])

    def _bands(self, stance: str, words: Sequence[str]) -> Iterator[bytes]:
        signed = signature(words, self.params.permutations)
        size = self.params.band_rows
        for start in range(0, len(signed) - size + 1, size):
            yield f"{stance}{start} ".encode() + signed[start : start + size].tobytes()

    def _pairs(self) -> Iterator[tuple[tuple[int, str, bool], tuple[int, str, bool], float]]:
        """Yield pairs of like wordings (number, words, of an original); a pair may come more than once."""
        for _, rows in groupby(self.db.execute(SAME_BAND), key=lambda row: row[0]):
            near: list[tuple[tuple[int, str, bool], frozenset[str]]] = []
            for _, number, words, original in rows:
                this = (number, words, bool(original)), frozenset(words.split())
                for other, theirs in near:
                    overlap = len(this[1] & theirs) / len(this[1] | theirs)
                    if overlap >= self.params.group_jaccard:
                        yield other, this[0], overlap
                near = [*near[1 - NEIGHBOURS :], this]
