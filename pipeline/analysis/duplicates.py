"""Near-identical articles, found by MinHash with banding on disk."""

import hashlib
import sqlite3
import struct

import numpy as np

from pipeline.params import CleanParams
from pipeline.text.minhash import signature

SAME_BAND = "SELECT * FROM (SELECT number FROM bands WHERE key = ? ORDER BY number LIMIT ?)"
MOST_OF_A_BAND = 50  # candidates; the first ones, so that time stays linear when one story comes in a thousand copies
TOGETHER = 128  # bands in a question; SQLite takes 500
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
        db.execute("CREATE TABLE bands (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID")
        db.execute("CREATE TABLE signatures (number INTEGER PRIMARY KEY, signature BLOB, original TEXT)")

    def original_of(self, article: str, signed: bytes) -> str | None:
        """Remember an article by what `signature_of` gives; find the first of its earlier near-copies, or None.

        Articles must come in order of id, so that the earlier one has the smallest id.
        """
        if not signed:
            return None
        bands = _bands(signed)
        original = self._nearest(signed, bands)
        put = self.db.execute("INSERT INTO signatures VALUES (NULL, ?, ?)", (signed, original or article))
        self.db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(key, put.lastrowid) for key in bands])
        return original

    def _nearest(self, signed: bytes, bands: list[int]) -> str | None:
        candidates: set[int] = set()
        for at in range(0, len(bands), TOGETHER):
            some = bands[at : at + TOGETHER]
            query = " UNION ".join([SAME_BAND] * len(some))
            found = self.db.execute(query, [value for key in some for value in (key, MOST_OF_A_BAND)])
            candidates.update(number for (number,) in found)
        own = np.frombuffer(signed, NUMBER)
        for number in sorted(candidates):
            row = self.db.execute("SELECT signature, original FROM signatures WHERE number = ?", (number,))
            other, original = row.fetchone()
            if float(np.mean(np.frombuffer(other, NUMBER) == own)) >= self.params.duplicate_jaccard:
                return str(original)
        return None


def _bands(signed: bytes) -> list[int]:
    """Give a key of each band, an integer of SQLite; two bands with one key cost a comparison and change nothing."""
    size = BAND_ROWS * NUMBER.itemsize
    raw = (signed[i : i + size] for i in range(0, len(signed), size))
    hashes = (hashlib.blake2b(bytes([n % 256]) + band, digest_size=8).digest() for n, band in enumerate(raw))
    return list(struct.unpack(f"<{-(-len(signed) // size)}q", b"".join(hashes)))
