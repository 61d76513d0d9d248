"""Groups of claims and premises that make the same point on the same side, with how far they reach."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.corpus.code_book import shipped_book
from pipeline.params import CorpusParams
from pipeline.records import ClaimGroup, Label, Reach
from pipeline.records.jsonl import dump_line

MEMBERS = """
SELECT m.stance, m.point, m.wording, m.id, m.article, o.name, v.actor, m.published, m.original, m.text, w.words
FROM members m LEFT JOIN outlets o ON o.key = m.outlet LEFT JOIN voices v ON v.speaker = m.speaker
  LEFT JOIN wordings w ON w.number = m.said
ORDER BY m.stance, m.point, m.wording, m.place
"""
# The `own` figures leave out articles that are near-copies of another.
GROUPS = """
CREATE TABLE nodes.groups (own_articles INTEGER, own_outlets INTEGER, own_actors INTEGER, own_nodes INTEGER, stance TEXT,
  point TEXT, text TEXT, articles INTEGER, nodes INTEGER, wording INTEGER, line TEXT)
"""
FARTHEST = """
SELECT line FROM groups ORDER BY own_articles DESC, own_outlets DESC, own_actors DESC, own_nodes DESC, stance,
  point IS NULL, point, text, articles DESC, nodes DESC, wording
"""
NO_ID = '{"id": "'  # how a line begins


class Member(NamedTuple):
    """A node in a group."""

    stance: Label
    point: str | None
    wording: int | None  # that of the group
    id: str
    article: str
    outlet: str | None
    actor: int | None
    published: str | None
    original: bool
    text: str | None  # None where the node makes a point
    words: str | None  # its stems, likewise


def claim_lines(db: sqlite3.Connection, params: CorpusParams) -> Iterator[str]:
    """Yield the lines of claims.jsonl, the farthest-reaching groups first.

    One by wording needs enough nodes that are no near-copies.
    """
    db.execute(GROUPS)
    for _, rows in groupby(map(Member._make, db.execute(MEMBERS)), key=lambda m: m[:3]):
        members = list(rows)
        if members[0].point or sum(m.original for m in members) >= params.min_alike:
            db.execute("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(members))
    for number, (line,) in enumerate(db.execute(FARTHEST)):
        yield f"{NO_ID}c{number}{line.removeprefix(NO_ID)}"


def _row(members: Sequence[Member]) -> tuple[object, ...]:
    stance, point, wording = members[0][:3]
    text = shipped_book().in_words(stance, point) if point else _central(members)
    originals = [m for m in members if m.original]
    reach = _reach(members)
    own = reach if len(originals) == len(members) else _reach(originals)
    group = ClaimGroup(
        id="",
        stance=stance,
        point=point,
        text=text,
        nodes=tuple(m.id for m in members),
        articles=tuple(sorted({m.article for m in members})),
        outlets=tuple(sorted({m.outlet for m in members if m.outlet})),
        actors=tuple(f"a{number}" for number in sorted({m.actor for m in members if m.actor is not None})),
        first=min((m.published for m in members if m.published), default=None),
        reach=reach,
        distinct=own,
    )
    by = (own.articles, own.outlets, own.actors, own.nodes, stance, point, text, reach.articles, reach.nodes, wording)
    return (*by, dump_line(group))


def _reach(members: Sequence[Member]) -> Reach:
    return Reach(
        nodes=len(members),
        articles=len({m.article for m in members}),
        outlets=len({m.outlet for m in members if m.outlet}),
        actors=len({m.actor for m in members if m.actor is not None}),
    )


def _central(members: Sequence[Member]) -> str:
    """Give the text whose stems are most like those that most of the group's texts have; near-copies are left out."""
    texts = {m.text: frozenset((m.words or "").split()) for m in members if m.original and m.text is not None}
    counts = Counter(stem for found in texts.values() for stem in found)
    core = {stem for stem, count in counts.items() if 2 * count > len(texts)}
    return min(texts, key=lambda t: (-len(texts[t] & core) / len(texts[t] | core), t))
