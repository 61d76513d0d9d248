"""Read the files of a run into the scratch database."""

import sqlite3
from pathlib import Path

from pipeline.corpus.home_state import home_state
from pipeline.corpus.names import key_of, plain_words
from pipeline.records import ArgumentMap, Article, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import read


def gather(out: Path, db: sqlite3.Connection) -> None:
    """Store articles, nodes, speakers and counts; one article is held at a time.

    Raises:
        MissingArtifactError: a file is not there.
        InputError: the files are those of other articles.
    """
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda s: s.article)
    maps = Grouped(out / "maps.jsonl", ArgumentMap, "maps", lambda m: m.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        (found,) = maps.of(article.id, 1)
        outlet = " ".join(w for w in plain_words(article.source or "") if w != "the") or None
        original = article.duplicate_of is None
        db.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (article.id, outlet, article.published, original))
        if outlet:
            db.execute("INSERT INTO sources VALUES (?, ?, ?)", (article.source, outlet, original))
        _count(db, article.id, [s.label for s in stances.of(article.id)], found)
        db.executemany(
            "INSERT INTO nodes (id, article, original, stance, text, speaker) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (n.id, article.id, original, n.stance, n.text, n.speaker)
                for n in found.nodes
                if n.stance in ("pro", "anti")
            ],
        )
        _put_speakers(db, found)
    for group in (stances, maps):
        group.finish()


def _count(db: sqlite3.Connection, article: str, labels: list[str], found: ArgumentMap) -> None:
    sides = [n.stance for n in found.nodes if n.type != "issue"]
    counts = [group.count(side) for group in (labels, sides) for side in ("pro", "anti", "neutral")]
    db.execute("INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?)", (article, *counts))


def _put_speakers(db: sqlite3.Connection, found: ArgumentMap) -> None:
    for s in found.speakers:
        key = key_of(s)
        if key:
            values = (s.id, s.article, s.name, s.kind, s.role, s.affiliation, s.position)
            counts = (s.stance.pro, s.stance.anti, s.stance.neutral)
            state = home_state(s.role, s.affiliation) if s.kind == "person" else None
            db.execute(
                "INSERT INTO speakers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                (*values, *counts, key.whole, key.short, state),
            )
