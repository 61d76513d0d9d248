"""The digests of a run's articles in a scratch database."""

import sqlite3

import orjson

from pipeline.corpus.alike import LikeTexts
from pipeline.corpus.digest import Digest
from pipeline.params import CorpusParams
from pipeline.records.batch import Batch, Row

TABLES = {"articles": 10, "speakers": 17, "members": 12, "bands": 2}  # columns
FULL = 512  # rows of a table that wait to be written
MOST = 1 << 24  # nodes or speakers of an article


class Gathered:
    """All that the corpus files are made of; in memory are the rows of a few articles alone.

    A node becomes a member of one group for each point that it makes, and without a point of at most one, by its
    wording. A sentence often makes two points ("it costs us money and nobody calls the police any more"), and either
    group would be short of it if it had to choose.
    """

    def __init__(self, db: sqlite3.Connection, params: CorpusParams) -> None:
        self.db = db
        self.like = LikeTexts(db, params)
        self._rows = {table: Batch(db, table, columns, FULL) for table, columns in TABLES.items()}

    def add(self, number: int, kept: bytes) -> None:
        """Store the digest of an article, its nodes with their points and wordings, and its speakers.

        `number` is the article's place among all; they may come in any order.
        """
        d = Digest(**orjson.loads(kept))
        rows, start = self._rows, number * MOST
        rows["articles"].add([(d.source, d.outlet, d.published, d.original, *d.counts)])
        rows["speakers"].add((start + n, *row, d.published, d.original) for n, row in enumerate(d.speakers))
        shared = (d.article, d.outlet, d.published, d.original)
        nodes = zip(d.nodes, d.said, strict=True)
        members: list[Row] = []
        for place, ((node, stance, text, speaker), (points, words, bands)) in enumerate(nodes, start):
            voice = None if speaker is None else start + speaker
            if words:
                wording, is_new = self.like.add(stance, words, d.original)
                rows["bands"].add((band, wording) for band in bands if is_new)
                members.append((place, stance, None, wording, wording, node, *shared, text, voice))
            members += [(place, stance, point, None, None, node, *shared, None, voice) for point in points]
        rows["members"].add(members)

    def store(self) -> None:
        """Write what waits."""
        for rows in self._rows.values():
            rows.write()
