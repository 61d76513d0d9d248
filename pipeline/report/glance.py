"""An article at a glance: on each side, who argues and in how many sentences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import ArgumentMap, Label, Speaker

SIDES: tuple[Label, ...] = ("pro", "anti")


@dataclass(frozen=True, slots=True)
class SideView:
    """Who argues on a side: (speaker or None for the article itself, nodes of the map), the most frequent first."""

    side: Label
    nodes: int
    voices: list[tuple[Speaker | None, int]]


def at_a_glance(found: ArgumentMap, speakers: Sequence[Speaker]) -> list[SideView]:
    """Count the map's nodes by side and by speaker."""
    by_id = {s.id: s for s in speakers}
    views: list[SideView] = []
    for side in SIDES:
        counts = Counter(n.speaker for n in found.nodes[1:] if n.stance == side)
        voices = [(by_id.get(speaker or ""), times) for speaker, times in counts.most_common()]
        views.append(SideView(side, counts.total(), voices))
    return views
