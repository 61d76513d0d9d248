"""What the corpus view shows of claims.jsonl: on each side, the claims that reach farthest."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pipeline.records import ClaimGroup, Label
from pipeline.report.glance import SIDES
from pipeline.report.index import IndexRow

MOST = 25  # claims of a side on the page; all are in the file
MOST_ARTICLES = 40  # of a claim
MOST_ACTORS = 6


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, the articles that make it with links to the places, how many more articles there are."""

    group: ClaimGroup  # without what there may be thousands of
    count: int  # of places
    places: list[tuple[IndexRow, list[str]]]
    more_places: int
    actors: tuple[str, ...]  # ids
    more_actors: int


@dataclass(slots=True)
class ClaimsOfSide:
    """The claims of a side that are shown, and how many there are."""

    side: Label
    shown: list[ClaimView]
    count: int


class Sides:
    """The first claims of each side; `row` finds an article's."""

    def __init__(self, row: Callable[[str], IndexRow]) -> None:
        self._row = row
        self._sides = {side: ClaimsOfSide(side, [], 0) for side in SIDES}

    def wants(self, line: Any) -> bool:
        """Tell of a group's JSON whether it must be added; what is not shown is counted here. The farthest-reaching come first."""
        side = self._sides.get(line["stance"])
        if side is None or len(side.shown) < MOST:
            return True
        side.count += 1
        return False

    def add(self, group: ClaimGroup) -> None:
        """Add a group."""
        if side := self._sides.get(group.stance):
            side.count += 1
            if len(side.shown) < MOST:
                side.shown.append(_view(group, self._row))

    def all(self) -> list[ClaimsOfSide]:
        """Give the sides with what is shown."""
        return list(self._sides.values())


def _view(group: ClaimGroup, row: Callable[[str], IndexRow]) -> ClaimView:
    places: dict[str, list[str]] = {}
    for node in group.nodes:
        places.setdefault(node.rpartition(":")[0], []).append(node)
    found = [(row(article), nodes) for article, nodes in islice(places.items(), MOST_ARTICLES)]
    return ClaimView(
        group=replace(group, nodes=(), articles=(), outlets=(), actors=()),
        count=len(group.nodes),
        places=[(article, [article.link(node) for node in nodes]) for article, nodes in found],
        more_places=max(0, len(places) - MOST_ARTICLES),
        actors=group.actors[:MOST_ACTORS],
        more_actors=max(0, len(group.actors) - MOST_ACTORS),
    )
