"""Outlets: what each source printed, with and without near-copies."""

import sqlite3
from collections.abc import Iterator

from pipeline.records import Outlet, StanceCounts
from pipeline.records.corpus import Coverage

ROWS = """
SELECT o.name, min(a.published), max(a.published), count(*), sum(pro), sum(anti), sum(neutral), sum(node_pro),
  sum(node_anti), sum(node_neutral), sum(original), sum(pro * original), sum(anti * original), sum(neutral * original),
  sum(node_pro * original), sum(node_anti * original), sum(node_neutral * original)
FROM articles a LEFT JOIN outlets o ON o.key = a.outlet
GROUP BY o.name ORDER BY o.name IS NULL, o.name
"""
NAME = """
CREATE TABLE outlets (key TEXT PRIMARY KEY, name TEXT);
INSERT INTO outlets SELECT outlet, name FROM (
  SELECT outlet, source AS name, row_number() OVER (PARTITION BY outlet ORDER BY sum(original) DESC, source) AS place
  FROM articles WHERE outlet IS NOT NULL GROUP BY outlet, source) WHERE place = 1;
"""


def name_outlets(db: sqlite3.Connection) -> None:
    """Choose the name of each outlet: the most frequent of the forms that differ in case, points or "The"."""
    db.executescript(NAME)


def outlets(db: sqlite3.Connection) -> Iterator[Outlet]:
    """Yield the outlets in order of name; the articles without a source come last."""
    for name, first, last, *numbers in db.execute(ROWS):
        half = len(numbers) // 2
        yield Outlet(
            name=name, first=first, last=last, all=_coverage(numbers[:half]), distinct=_coverage(numbers[half:])
        )


def _coverage(numbers: list[int]) -> Coverage:
    articles, pro, anti, neutral, node_pro, node_anti, node_neutral = numbers
    return Coverage(
        articles=articles,
        sentences=StanceCounts(pro=pro, anti=anti, neutral=neutral),
        nodes=StanceCounts(pro=node_pro, anti=node_anti, neutral=node_neutral),
    )
