"""Put the digests of a run's articles into the scratch database."""

import sqlite3
from collections.abc import Iterable
from itertools import count

import orjson

from pipeline.corpus.alike import LikeTexts
from pipeline.corpus.digest import Digest


def gather(digests: Iterable[bytes], db: sqlite3.Connection, like: LikeTexts) -> None:
    """Store articles, nodes with their points and wordings, speakers and counts; one article is held at a time.

    A node becomes a member of one group for each point that it makes, and without a point of at most one, by its
    wording. A sentence often makes two points ("it costs us money and nobody calls the police any more"), and either
    group would be short of it if it had to choose.
    """
    numbers = count(1)
    for kept in digests:
        d = Digest(**orjson.loads(kept))
        db.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (d.article, d.outlet, d.published, d.original))
        if d.outlet:
            db.execute("INSERT INTO sources VALUES (?, ?, ?)", (d.source, d.outlet, d.original))
        db.execute("INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?)", (d.article, *d.counts))
        db.executemany("INSERT INTO speakers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", d.speakers)
        nodes: list[tuple[object, ...]] = []
        members: list[tuple[int, str, str | None, int | None]] = []
        for (node, stance, text, speaker), (points, words, bands) in zip(d.nodes, d.said, strict=True):
            number = next(numbers)
            wording = like.add(stance, words, bands, d.original) if words else None
            nodes.append((number, node, d.article, d.original, text, wording, speaker))
            members += [(number, stance, point, None) for point in points]
            members += [(number, stance, None, wording)] if wording else []
        db.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?)", nodes)
        db.executemany("INSERT INTO members VALUES (?, ?, ?, ?)", members)
