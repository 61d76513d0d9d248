"""Near-identical articles, found by MinHash with banding on disk."""

import hashlib
import sqlite3

import numpy as np

from pipeline.params import CleanParams
from pipeline.text.minhash import signature

SAME_BAND = (
    "SELECT s.article, s.signature, s.original FROM bands b JOIN signatures s ON s.article = b.article "
    "WHERE b.key = ? ORDER BY b.rowid LIMIT ?"
)
MOST_OF_A_BAND = 50  # candidates; the first ones, so that time stays linear when one story comes in a thousand copies
BAND_ROWS = 4  # with 128 permutations: 32 bands, so a pair at Jaccard .8 is missed once in 10^7
NUMBER = np.dtype("<u4")  # of a signature


def signature_of(text: str, params: CleanParams) -> bytes:
    """Sign the runs of words of a text; b"" where it has too few words to be the copy of another."""
    words = text.lower().split()
    size = params.shingle_words
    if len(words) < size:
        return b""
    shingles = {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}
    return signature(shingles, params.permutations).astype(NUMBER).tobytes()


class DuplicateIndex:
    """Signatures of the articles seen so far, in a SQLite database so that memory does not grow."""

    def __init__(self, db: sqlite3.Connection, params: CleanParams) -> None:
        self.db = db
        self.params = params
        db.execute("CREATE TABLE bands (key BLOB, article TEXT)")
        db.execute("CREATE INDEX by_key ON bands (key)")
        db.execute("CREATE TABLE signatures (article TEXT PRIMARY KEY, signature BLOB, original TEXT)")

    def original_of(self, article: str, signed: bytes) -> str | None:
        """Remember an article by what `signature_of` gives; find the first of its earlier near-copies, or None.

        Articles must come in order of id, so that the earlier one has the smallest id.
        """
        if not signed:
            return None
        bands = _bands(signed)
        original = self._nearest(signed, bands)
        self.db.execute("INSERT INTO signatures VALUES (?, ?, ?)", (article, signed, original or article))
        self.db.executemany("INSERT INTO bands VALUES (?, ?)", [(key, article) for key in bands])
        return original

    def known_original_of(self, article: str) -> str | None:
        """Give the original of an article that was met before; None where it is no near-copy."""
        row = self.db.execute(
            "SELECT original FROM signatures WHERE article = ? AND original != article", (article,)
        ).fetchone()
        return row[0] if row else None

    def _nearest(self, signed: bytes, bands: list[bytes]) -> str | None:
        candidates: dict[str, tuple[bytes, str]] = {}
        for key in bands:
            candidates.update({row[0]: (row[1], row[2]) for row in self.db.execute(SAME_BAND, (key, MOST_OF_A_BAND))})
        own = np.frombuffer(signed, NUMBER)
        for _, (other, original) in sorted(candidates.items()):
            if float(np.mean(np.frombuffer(other, NUMBER) == own)) >= self.params.duplicate_jaccard:
                return original
        return None


def _bands(signed: bytes) -> list[bytes]:
    size = BAND_ROWS * NUMBER.itemsize
    raw = [signed[i : i + size] for i in range(0, len(signed), size)]
    return [hashlib.blake2b(bytes([n % 256]) + band, digest_size=12).digest() for n, band in enumerate(raw)]
