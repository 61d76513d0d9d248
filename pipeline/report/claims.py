"""What the corpus view shows of claims.jsonl: on each side, the claims that reach farthest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

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


@dataclass(frozen=True, slots=True)
class ClaimsOfSide:
    """The claims of a side that are shown, and how many there are."""

    side: Label
    shown: list[ClaimView]
    count: int


def by_side(groups: Iterable[ClaimGroup], row: Callable[[str], IndexRow]) -> list[ClaimsOfSide]:
    """Take the first of each side; `groups` come the farthest-reaching first, `row` finds an article's."""
    shown: dict[Label, list[ClaimView]] = {side: [] for side in SIDES}
    counts: dict[Label, int] = dict.fromkeys(SIDES, 0)
    for group in groups:
        if group.stance not in shown:
            continue
        counts[group.stance] += 1
        if len(shown[group.stance]) < MOST:
            shown[group.stance].append(_view(group, row))
    return [ClaimsOfSide(side, shown[side], counts[side]) for side in SIDES]


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
