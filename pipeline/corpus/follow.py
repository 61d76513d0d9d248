"""Actors: speakers followed across articles, with their positions and changes of side."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.records import Actor, Appearance, Flip, StanceCounts
from pipeline.records.speaker import position_of

ROWS = """
SELECT s.actor, n.name, s.kind, s.role, s.affiliation, s.article, s.id, a.published, s.position, s.pro, s.anti, s.neutral,
  NOT a.original
FROM speakers s JOIN articles a ON a.id = s.article JOIN actors n ON n.number = s.actor
ORDER BY s.actor, a.published IS NULL, a.published, s.article, s.id
"""


def actors(db: sqlite3.Connection) -> Iterator[Actor]:
    """Yield the actors in order of name."""
    for number, group in groupby(db.execute(ROWS), key=lambda row: row[0]):
        rows = list(group)
        met = [
            Appearance(
                article=article,
                speaker=speaker,
                published=published,
                position=position,
                stance=StanceCounts(pro=pro, anti=anti, neutral=neutral),
                duplicate=bool(duplicate),
            )
            for *_, article, speaker, published, position, pro, anti, neutral, duplicate in rows
        ]
        distinct = _total([a for a in met if not a.duplicate])
        yield Actor(
            id=f"a{number}",
            name=rows[0][1],
            kind=rows[0][2],
            role=_usual([row[3] for row in rows]),
            affiliation=_usual([row[4] for row in rows]),
            appearances=tuple(met),
            stance=_total(met),
            distinct=distinct,
            position=position_of(distinct),
            flips=tuple(flips(met)),
        )


def flips(appearances: Sequence[Appearance]) -> Iterator[Flip]:
    """Find changes between pro and anti from one dated article with a side to the next; near-copies left out."""
    sided = [a for a in appearances if a.published and not a.duplicate and a.position in ("pro", "anti")]
    for before, after in pairwise(sided):
        if before.position != after.position:
            yield Flip(before=before.article, after=after.article, was=before.position, now=after.position)


def _total(appearances: Sequence[Appearance]) -> StanceCounts:
    if len(appearances) == 1:  # as most actors have
        return appearances[0].stance
    return StanceCounts(
        pro=sum(a.stance.pro for a in appearances),
        anti=sum(a.stance.anti for a in appearances),
        neutral=sum(a.stance.neutral for a in appearances),
    )


def _usual(values: Sequence[str | None]) -> str | None:
    """Give the most frequent value; of several the longest, then the first in order."""
    if len(values) == 1:
        return values[0] or None
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default=None)
