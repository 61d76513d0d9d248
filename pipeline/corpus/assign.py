"""Put every claim and premise into the groups that it belongs to."""

import sqlite3

from pipeline.corpus.alike import LikeTexts
from pipeline.corpus.code_book import shipped_book
from pipeline.params import CorpusParams


def assign(db: sqlite3.Connection, params: CorpusParams) -> None:
    """Put a node into one group for each point that it makes; one without a point into at most one, by its wording.

    A sentence often makes two points ("it costs us money and nobody calls the police any more"), and either group would
    be short of it if it had to choose.
    """
    book, like = shipped_book(), LikeTexts(db, params)
    nodes = "SELECT number, stance, text, original FROM nodes ORDER BY number"
    for number, stance, text, original in db.execute(nodes):
        points = book.points_of(text, stance)
        db.executemany("INSERT INTO members VALUES (?, ?, ?, NULL)", [(number, stance, point) for point in points])
        if not points:
            wording = like.add(stance, text, bool(original))
            db.execute("INSERT INTO members VALUES (?, ?, NULL, ?)", (number, stance, wording))
    like.join()
    db.execute("UPDATE members SET wording = (SELECT root FROM wordings w WHERE w.number = members.wording)")
    db.execute("DELETE FROM members WHERE point IS NULL AND wording IS NULL")
