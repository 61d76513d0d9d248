"""Restatements: claims of one article that say the same, such as a headline and its lead, a quotation and its summary."""

from collections import defaultdict

from pipeline.graph.features import Scene
from pipeline.params import MapsParams

FEWEST = 4  # stems of a statement that can be told to be restated
RAREST = 4  # of its stems, by which a fuller one is looked for
MOST = 50  # statements that are kept by a stem, the fullest; with RAREST it keeps the search linear


def restatements(scene: Scene, params: MapsParams) -> dict[int, tuple[int, float]]:
    """Give for a statement the fuller one that it restates, and the share of its words found there, rare ones weighing more.

    Both take the same side; of two that are equally full the later restates the earlier. A headline is there to restate, so
    that less is asked of it.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(scene.statements)), key=lambda n: (-len(scene.statements[n].stems), n))
    found: dict[int, tuple[int, float]] = {}
    for n in order:  # the fullest first, so that what is restated is known before
        statement = scene.statements[n]
        rare = sorted(statement.stems, key=lambda s: (-scene.rarity[s], s))[:RAREST]
        if len(statement.stems) >= FEWEST:
            total = sum(scene.rarity[s] for s in statement.stems)
            best = max(
                (
                    (sum(scene.rarity[s] for s in statement.stems & scene.statements[m].stems) / total, -m)
                    for m in {m for s in rare for m in holders[s]}
                    if scene.statements[m].side == statement.side
                ),
                default=(0.0, 0),
            )
            headline = statement.sentence.kind == "headline"
            if best[0] >= (params.headline_overlap if headline else params.restate_overlap):
                found[n] = (-best[1], best[0])
        for s in statement.stems:
            if len(holders[s]) < MOST:
                holders[s].append(n)
    return found
