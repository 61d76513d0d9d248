"""Near-identical articles, found by MinHash with banding on disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import numpy as np

from pipeline.analysis.sieve import Sieve
from pipeline.params import CleanParams
from pipeline.records.scratch_db import scratch_db
from pipeline.text.minhash import signature

SAME_BAND = "SELECT number FROM bands WHERE key = ? ORDER BY number LIMIT ?"
MOST_OF_A_BAND = 50  # candidates; the first ones, so that time stays linear when one story comes in a thousand copies
WAITING = 2048  # articles whose bands are in memory, half a megabyte, before they are written together
TOGETHER = 4096  # rows that are numbers of Python at once, which take more memory
BAND_ROWS = 4  # with 128 permutations: 32 bands, so a pair at Jaccard .8 is missed once in 10^7
NUMBER = np.dtype("<u4")  # of a signature
ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 by the golden ratio, which spreads numbers (Knuth 1973, 6.4)


def signature_of(text: str, params: CleanParams) -> bytes:
    """Sign the runs of words of a text; b"" where it has too few words to be the copy of another."""
    words = text.lower().split()
    size = params.shingle_words
    if len(words) < size:
        return b""
    shingles = {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}
    return signature(shingles, params.permutations).astype(NUMBER).tobytes()


@contextmanager
def duplicate_index(params: CleanParams) -> Iterator["DuplicateIndex"]:
    """Open an index without articles."""
    with closing(scratch_db()) as db:
        yield DuplicateIndex(db, params)


class DuplicateIndex:
    """Signatures of the articles seen so far, in a SQLite database so that memory does not grow."""

    def __init__(self, db: sqlite3.Connection, params: CleanParams) -> None:
        self.db = db
        self.params = params
        self._sieve = Sieve()
        self._count = 0
        width = -(-params.permutations // BAND_ROWS)
        self._latest = np.empty((WAITING, width), np.int64)  # bands of the articles that are not written yet
        self._written = 0  # articles
        db.execute("CREATE TABLE bands (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID")
        db.execute("CREATE TABLE signatures (number INTEGER PRIMARY KEY, signature BLOB, original TEXT)")

    def original_of(self, article: str, signed: bytes) -> str | None:
        """Remember an article by what `signature_of` gives; find the first of its earlier near-copies, or None.

        Articles must come in order of id, so that the earlier one has the smallest id.
        """
        if not signed:
            return None
        bands = _bands(signed)
        met = bands[self._sieve.passed(bands)]
        original = self._nearest(signed, met.tolist()) if len(met) else None
        self.db.execute("INSERT INTO signatures VALUES (?, ?, ?)", (self._count, signed, original or article))
        self._latest[self._count - self._written] = bands
        self._count += 1
        if self._count - self._written == WAITING:
            self._store()
        return original

    def _store(self) -> None:
        keys = self._latest.ravel()
        order = keys.argsort(kind="stable")  # rows that come in order of their key are written faster
        for start in range(0, len(order), TOGETHER):
            some = order[start : start + TOGETHER]
            numbers = self._written + some // self._latest.shape[1]
            rows = zip(keys[some].tolist(), numbers.tolist(), strict=True)
            self.db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
        self._written = self._count

    def _nearest(self, signed: bytes, keys: list[int]) -> str | None:
        candidates: set[int] = set()
        for key in keys:
            found = [number for (number,) in self.db.execute(SAME_BAND, (key, MOST_OF_A_BAND))]
            latest = self._latest[: self._count - self._written] == key
            found += (self._written + latest.any(axis=1).nonzero()[0]).tolist()
            candidates.update(found[:MOST_OF_A_BAND])
        own = np.frombuffer(signed, NUMBER)
        for number in sorted(candidates):
            row = self.db.execute("SELECT signature, original FROM signatures WHERE number = ?", (number,))
            other, original = row.fetchone()
            if float(np.mean(np.frombuffer(other, NUMBER) == own)) >= self.params.duplicate_jaccard:
                return str(original)
        return None


def _bands(signed: bytes) -> np.ndarray:
    """Give a key of each band, an integer of SQLite; two bands with one key cost a comparison and change nothing."""
    numbers = np.frombuffer(signed, NUMBER).astype(np.uint64)
    if over := len(numbers) % BAND_ROWS:
        numbers = np.append(numbers, np.zeros(BAND_ROWS - over, np.uint64))
    rows = numbers.reshape(-1, BAND_ROWS)
    keys = np.arange(len(rows), dtype=np.uint64)
    for column in rows.T:
        keys = (keys ^ column) * ODD
        keys ^= keys >> np.uint64(32)
    return keys.view(np.int64)
