"""Restatements: claims of one article that say the same, such as a headline and its lead, a quotation and its summary."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.graph.statements import Statement
from pipeline.params import MapsParams

FEWEST = 4  # stems of a statement that can be told to be restated
RAREST = 4  # of its stems, by which a fuller one is looked for
MOST = 50  # statements that are kept by a stem, the fullest; with RAREST it keeps the search linear


def rarity(statements: Sequence[Statement]) -> dict[str, float]:
    """Weigh stems by how few statements of the article hold them."""
    counts = Counter(stem for s in statements for stem in s.stems)
    return {stem: math.log((len(statements) + 1) / count) for stem, count in counts.items()}


def restatements(statements: Sequence[Statement], params: MapsParams) -> dict[int, tuple[int, float]]:
    """Give for a statement the fuller one that it restates, and the share of its words found there, rare ones weighing more.

    Both take the same side; of two that are equally full the later restates the earlier. A headline is there to restate, so
    that less is asked of it.
    """
    weights = rarity(statements)
    holders: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(statements)), key=lambda n: (-len(statements[n].stems), n))
    found: dict[int, tuple[int, float]] = {}
    for n in order:  # the fullest first, so that what is restated is known before
        statement = statements[n]
        rare = sorted(statement.stems, key=lambda s: (-weights[s], s))[:RAREST]
        if len(statement.stems) >= FEWEST:
            total = math.fsum(weights[s] for s in statement.stems)
            best = max(
                (
                    (math.fsum(weights[s] for s in statement.stems & statements[m].stems) / total, -m)
                    for m in {m for s in rare for m in holders[s]}
                    if statements[m].side == statement.side
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
