"""The digests of a run's articles in a scratch database."""

import sqlite3
from itertools import count

import orjson

from pipeline.corpus.alike import LikeTexts
from pipeline.corpus.digest import Digest
from pipeline.params import CorpusParams

TABLES = {"articles": 4, "sources": 3, "counts": 7, "speakers": 14, "nodes": 7, "members": 4}  # columns
FULL = 512  # rows of all tables together that wait to be written


class Gathered:
    """All that the corpus files are made of; in memory are the rows of a few articles alone.

    A node becomes a member of one group for each point that it makes, and without a point of at most one, by its
    wording. A sentence often makes two points ("it costs us money and nobody calls the police any more"), and either
    group would be short of it if it had to choose.
    """

    def __init__(self, db: sqlite3.Connection, params: CorpusParams) -> None:
        self.db = db
        self.like = LikeTexts(db, params)
        self._numbers = count(1)
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in TABLES}

    def add(self, kept: bytes) -> None:
        """Store an article's digest: the article, its nodes with their points and wordings, its speakers and counts."""
        d = Digest(**orjson.loads(kept))
        rows = self._rows
        rows["articles"].append((d.article, d.outlet, d.published, d.original))
        if d.outlet:
            rows["sources"].append((d.source, d.outlet, d.original))
        rows["counts"].append((d.article, *d.counts))
        rows["speakers"] += [(*speaker, None) for speaker in d.speakers]
        for (node, stance, text, speaker), (points, words, bands) in zip(d.nodes, d.said, strict=True):
            number = next(self._numbers)
            wording = self.like.add(stance, words, bands, d.original) if words else None
            rows["nodes"].append((number, node, d.article, d.original, text, wording, speaker))
            rows["members"] += [(number, stance, point, None) for point in points]
            rows["members"] += [(number, stance, None, wording)] if wording else []
        if sum(map(len, rows.values())) > FULL:
            self._store()

    def finish(self) -> None:
        """Store what still waits."""
        self._store()

    def _store(self) -> None:
        for table, columns in TABLES.items():
            places = ", ".join("?" * columns)
            self.db.executemany(f"INSERT INTO {table} VALUES ({places})", self._rows[table])  # noqa: S608 (names of TABLES)
            self._rows[table].clear()
