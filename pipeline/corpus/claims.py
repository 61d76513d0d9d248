"""Groups of claims and premises that make the same point on the same side, with how far they reach."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from pipeline.corpus.code_book import shipped_book
from pipeline.params import CorpusParams
from pipeline.records import ClaimGroup, Reach

# The `own` figures leave out articles that are near-copies of another.
GROUPS = """
CREATE INDEX by_group ON members (stance, point, wording);
CREATE TABLE reach AS
  SELECT m.stance, m.point, m.wording, count(*) AS nodes, count(DISTINCT n.article) AS articles,
    count(DISTINCT a.outlet) AS outlets, count(DISTINCT s.actor) AS actors, sum(n.original) AS own_nodes,
    count(DISTINCT iif(n.original, n.article, NULL)) AS own_articles,
    count(DISTINCT iif(n.original, a.outlet, NULL)) AS own_outlets,
    count(DISTINCT iif(n.original, s.actor, NULL)) AS own_actors, min(a.published) AS first
  FROM members m JOIN nodes n ON n.number = m.node JOIN articles a ON a.id = n.article
    LEFT JOIN speakers s ON s.id = n.speaker
  GROUP BY m.stance, m.point, m.wording;
"""
NODES = """
SELECT n.id, n.article, o.name, s.actor FROM members m JOIN nodes n ON n.number = m.node
  JOIN articles a ON a.id = n.article LEFT JOIN outlets o ON o.key = a.outlet LEFT JOIN speakers s ON s.id = n.speaker
WHERE m.stance = ? AND m.point IS ? AND m.wording IS ? ORDER BY n.number
"""
TEXTS = """
SELECT DISTINCT n.text, w.words FROM members m JOIN nodes n ON n.number = m.node JOIN wordings w ON w.number = n.wording
WHERE m.stance = ? AND m.point IS NULL AND m.wording = ? AND n.original
"""


def claim_groups(db: sqlite3.Connection, params: CorpusParams) -> Iterator[ClaimGroup]:
    """Yield the groups, the farthest-reaching first; one by wording needs enough nodes that are no near-copies."""
    db.executescript(GROUPS)
    kept = db.execute(
        "SELECT rowid, stance, point, wording FROM reach WHERE point IS NOT NULL OR own_nodes >= ?", (params.min_alike,)
    )
    db.execute("CREATE TABLE texts (reach INTEGER PRIMARY KEY, text TEXT)")
    for number, stance, point, wording in kept.fetchall():
        text = shipped_book().in_words(stance, point) if point else _central(db, stance, wording)
        db.execute("INSERT INTO texts VALUES (?, ?)", (number, text))
    order = (
        "SELECT r.*, t.text FROM reach r JOIN texts t ON t.reach = r.rowid ORDER BY own_articles DESC, own_outlets DESC, "
        "own_actors DESC, own_nodes DESC, stance, point IS NULL, point, text, articles DESC, nodes DESC, wording"
    )
    for number, row in enumerate(db.execute(order)):
        stance, point, wording, *reach, first, text = row
        yield _group(db, f"c{number}", (stance, point, wording), reach, first, text)


def _group(
    db: sqlite3.Connection,
    name: str,
    key: tuple[str, str | None, int | None],
    reach: list[int],
    first: str | None,
    text: str,
) -> ClaimGroup:
    rows = db.execute(NODES, key).fetchall()
    everything, own = (Reach(nodes=n, articles=a, outlets=o, actors=s) for n, a, o, s in (reach[:4], reach[4:]))
    return ClaimGroup(
        id=name,
        stance=key[0],  # type: ignore[arg-type]
        point=key[1],
        text=text,
        nodes=tuple(row[0] for row in rows),
        articles=tuple(sorted({row[1] for row in rows})),
        outlets=tuple(sorted({row[2] for row in rows if row[2]})),
        actors=tuple(f"a{number}" for number in sorted({row[3] for row in rows if row[3] is not None})),
        first=first,
        reach=everything,
        distinct=own,
    )


def _central(db: sqlite3.Connection, stance: str, wording: int) -> str:
    """Give the text whose stems are most like those that most of the group's texts have; near-copies are left out."""
    texts: dict[str, frozenset[str]] = {
        text: frozenset(words.split()) for text, words in db.execute(TEXTS, (stance, wording))
    }
    counts = Counter(stem for found in texts.values() for stem in found)
    core = {stem for stem, count in counts.items() if 2 * count > len(texts)}
    return min(texts, key=lambda t: (-len(texts[t] & core) / len(texts[t] | core), t))
