"""Figures of a run that a reader looks at first."""

from collections import Counter

from pipeline.compare.store import ArticleRun
from pipeline.records import STANCES

NAMES = (
    *(f"{label} sentences" for label in STANCES),
    "uncertain sentences",
    *(f"{kind} quotes" for kind in ("direct", "mixed", "indirect")),
    *(f"{label} claims" for label in STANCES),
    "premises",
    "supports",
    "attacks",
    *(f"{position} speakers" for position in ("pro", "anti", "mixed", "neutral")),
)


def figures_of(run: ArticleRun) -> Counter[str]:
    """Count in one article what NAMES names; claims and speakers as the map's summary says."""
    figures = Counter(f"{stance.label} sentences" for stance in run.stances)
    figures["uncertain sentences"] = sum(stance.uncertain for stance in run.stances)
    figures.update(f"{quote.type} quotes" for quote in run.quotes)
    figures.update({f"{label} claims": n for label, n in run.map.summary.claims.items()})
    figures["premises"] = sum(node.type == "premise" for node in run.map.nodes)
    figures.update(edge.relation for edge in run.map.edges)
    figures.update({f"{position} speakers": n for position, n in run.map.summary.speakers.items()})
    return figures
