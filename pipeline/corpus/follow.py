"""Actors: speakers followed across articles, with their positions and changes of side."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.records import Actor, Flip, Position, SpeakerKind, StanceCounts
from pipeline.records.jsonl import dump_line
from pipeline.records.speaker import position_of

ROWS = """
SELECT n.number, n.name, s.kind, s.role, s.affiliation, s.article, s.published, s.position, s.pro, s.anti, s.neutral,
  s.original, s.appearance
FROM speakers s JOIN actors n ON n.key = s.key
ORDER BY n.number, s.published IS NULL, s.published, s.article, s.id
"""
NONE_YET = '"appearances": []'  # cannot occur inside a string, whose quotation marks are escaped


class Met(NamedTuple):
    """An actor met in an article."""

    actor: int
    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    article: str
    published: str | None
    position: Position
    pro: int  # sentences
    anti: int
    neutral: int
    original: bool  # article: no near-copy
    appearance: str  # JSON


def actor_lines(db: sqlite3.Connection) -> Iterator[str]:
    """Yield the lines of actors.jsonl in order of name."""
    for number, group in groupby(map(Met._make, db.execute(ROWS)), key=lambda m: m.actor):
        met = list(group)
        own = [m for m in met if m.original]
        stance = _total(met)
        distinct = stance if len(own) == len(met) else _total(own)
        actor = Actor(
            id=f"a{number}",
            name=met[0].name,
            kind=met[0].kind,
            role=_usual([m.role for m in met]),
            affiliation=_usual([m.affiliation for m in met]),
            appearances=(),
            stance=stance,
            distinct=distinct,
            position=position_of(distinct),
            flips=tuple(flips(own)) if len(own) > 1 else (),
        )
        appearances = ", ".join([m.appearance for m in met])
        yield dump_line(actor).replace(NONE_YET, f'"appearances": [{appearances}]', 1)


def flips(met: Sequence[Met]) -> Iterator[Flip]:
    """Find changes between pro and anti from one dated article with a side to the next."""
    sided = [m for m in met if m.published and m.position in ("pro", "anti")]
    for before, after in pairwise(sided):
        if before.position != after.position:
            yield Flip(before=before.article, after=after.article, was=before.position, now=after.position)


def _total(met: Sequence[Met]) -> StanceCounts:
    if len(met) == 1:  # as most actors have
        return StanceCounts(pro=met[0].pro, anti=met[0].anti, neutral=met[0].neutral)
    return StanceCounts(
        pro=sum([m.pro for m in met]), anti=sum([m.anti for m in met]), neutral=sum([m.neutral for m in met])
    )


def _usual(values: Sequence[str | None]) -> str | None:
    """Give the most frequent value; of several the longest, then the first in order."""
    if len(values) == 1:
        return values[0] or None
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default=None)
