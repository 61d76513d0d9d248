"""Near-identical articles, found by MinHash (Broder 1997) with banding on disk."""

import hashlib
import sqlite3

import numpy as np
from datasketch import MinHash

from pipeline.params import CleanParams

SAME_BAND = (
    "SELECT s.article, s.signature, s.original FROM bands b JOIN signatures s ON s.article = b.article "
    "WHERE b.key = ? ORDER BY b.rowid LIMIT ?"
)
MOST_OF_A_BAND = 50  # candidates; the first ones, so that time stays linear when one story comes in a thousand copies
BAND_ROWS = 4  # with 128 permutations: 32 bands, so a pair at Jaccard .8 is missed once in 10^7


def signature_of(text: str, params: CleanParams) -> bytes:
    """Sketch a text by its shingles; b"" where it is too short to have any."""
    words = text.split()
    size = params.shingle_words
    if len(words) < size:
        return b""
    shingles = {" ".join(words[i : i + size]).lower().encode() for i in range(len(words) - size + 1)}
    sketch = MinHash(num_perm=params.permutations)
    sketch.update_batch(sorted(shingles))
    return bytes(sketch.hashvalues.tobytes())


class DuplicateIndex:
    """Signatures of the articles seen so far, in a SQLite database so that memory does not grow."""

    def __init__(self, db: sqlite3.Connection, params: CleanParams) -> None:
        self.db = db
        self.params = params
        db.execute("CREATE TABLE bands (key BLOB, article TEXT)")
        db.execute("CREATE INDEX by_key ON bands (key)")
        db.execute("CREATE TABLE signatures (article TEXT PRIMARY KEY, signature BLOB, original TEXT)")

    def original_of(self, article: str, signature: bytes | None) -> str | None:
        """Remember an article; give the id of an earlier near-identical one (its first copy), or None.

        Articles must come in order of id, so that the earlier one has the smallest id.
        """
        if not signature:
            return None
        values = np.frombuffer(signature, dtype=np.uint64)
        original = self._nearest(values)
        self.db.execute("INSERT INTO signatures VALUES (?, ?, ?)", (article, signature, original or article))
        self.db.executemany("INSERT INTO bands VALUES (?, ?)", [(key, article) for key in self._bands(values)])
        return original

    def known_original_of(self, article: str) -> str | None:
        """Give the original of an article that was met before; None where it is no near-copy."""
        row = self.db.execute(
            "SELECT original FROM signatures WHERE article = ? AND original != article", (article,)
        ).fetchone()
        return row[0] if row else None

    def _bands(self, signature: np.ndarray) -> list[bytes]:
        raw = [signature[i : i + BAND_ROWS].tobytes() for i in range(0, len(signature), BAND_ROWS)]
        return [hashlib.blake2b(bytes([n % 256]) + band, digest_size=12).digest() for n, band in enumerate(raw)]

    def _nearest(self, signature: np.ndarray) -> str | None:
        candidates: dict[str, tuple[bytes, str]] = {}
        for key in self._bands(signature):
            candidates.update({row[0]: (row[1], row[2]) for row in self.db.execute(SAME_BAND, (key, MOST_OF_A_BAND))})
        for _, (other, original) in sorted(candidates.items()):
            if (
                float(np.mean(np.frombuffer(other, dtype=signature.dtype) == signature))
                >= self.params.duplicate_jaccard
            ):
                return original
        return None
