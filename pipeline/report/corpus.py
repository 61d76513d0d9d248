"""What holds across the articles: claims by side, actors by position, outlets, time."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from pipeline.errors import InputError
from pipeline.records import Actor, ClaimGroup, Outlet
from pipeline.records.jsonl import count_lines, read
from pipeline.report.actors import ActorsOfPosition, Positions
from pipeline.report.claims import ClaimsOfSide, Sides
from pipeline.report.index import IndexRow
from pipeline.report.rows import Rows
from pipeline.report.timeline import Period, Times, draw_timeline

STAGE = "corpus"
MOST_OUTLETS = 200
KNOWN = 1_000  # rows kept at most, so that memory does not grow with the articles


@dataclass(frozen=True, slots=True)
class CorpusView:
    """All that the page says of the articles together."""

    row: Callable[[str], IndexRow]  # of an article
    articles: int
    copies: int  # articles that nearly copy another
    sides: list[ClaimsOfSide]
    positions: list[ActorsOfPosition]
    names: dict[str, str]  # of the actors of `sides`
    outlets: list[Outlet]
    outlet_count: int
    periods: list[Period]
    undated: Period
    timeline: Markup | None  # None: no article has a date


def check_corpus(out: Path) -> None:
    """Find out before anything is written whether the stage `corpus` has done its work.

    Raises:
        MissingArtifactError: one of its files is not there.
    """
    for name in ("claims", "actors", "outlets"):
        count_lines(out / f"{name}.jsonl", STAGE)


def build_corpus(out: Path, rows: Rows, times: Times) -> CorpusView:
    """Read the files of the stage `corpus`; only what is shown is kept.

    Raises:
        InputError: a file names an article that the run does not have.
    """
    claims, actors, outlets = (out / f"{name}.jsonl" for name in ("claims", "actors", "outlets"))
    known = lru_cache(KNOWN)(rows.get)
    sides = Sides(_finder(known, claims))
    for group in read(claims, ClaimGroup, STAGE, sides.wants):
        sides.add(group)
    needed = (actor for side in sides.all() for claim in side.shown for actor in claim.actors)
    positions = Positions(needed)
    for actor in read(actors, Actor, STAGE, positions.wants):
        positions.add(actor)
    periods = times.periods()
    return CorpusView(
        row=_finder(known, actors),
        articles=len(rows),
        copies=rows.copies(),
        sides=sides.all(),
        positions=positions.groups(),
        names=positions.names,
        outlets=heapq.nlargest(MOST_OUTLETS, read(outlets, Outlet, STAGE), key=lambda o: o.all.articles),
        outlet_count=count_lines(outlets, STAGE),
        periods=periods,
        undated=times.undated,
        timeline=draw_timeline(periods) if periods else None,
    )


def _finder(known: Callable[[str], IndexRow | None], path: Path) -> Callable[[str], IndexRow]:
    """Give a look-up of articles that a file names."""

    def row(article: str) -> IndexRow:
        found = known(article)
        if found is None:
            what = f"holds the article {article!r}, which articles.jsonl does not"
            raise InputError(what, str(path), f"run `argmap {STAGE}` again")
        return found

    return row
