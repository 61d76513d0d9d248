"""Number attributions by what is tied together."""

from collections.abc import Sequence
from itertools import count

from pipeline.annotate.regions import NUMBER, Link, Region
from pipeline.gold.corpus import GoldSpan


def numbered(parts: Sequence[Region], ties: Sequence[Link]) -> list[tuple[str, GoldSpan]]:
    """Give the spans of all attributions, each with its place.

    A number that the parts bring along is kept, unless an earlier attribution has it; others get the next free one, in
    order of offset. Tools that know no numbers lose nothing: a number only says what belongs together.
    """
    taken: set[int] = set()
    fresh: list[list[Region]] = []
    out: list[tuple[str, GoldSpan]] = []
    for group in _groups(parts, ties):
        known = sorted({int(part.fields[NUMBER]) for part in group if NUMBER in part.fields} - taken)
        if known:
            taken.add(known[0])
            out += _spans(group, known[0])
        else:
            fresh.append(group)
    free = (number for number in count(1) if number not in taken)
    for group, number in zip(fresh, free, strict=False):
        out += _spans(group, number)
    return out


def _spans(group: Sequence[Region], number: int) -> list[tuple[str, GoldSpan]]:
    return [(p.place, GoldSpan(start=p.start, end=p.end, type=p.label, attribution=number)) for p in group]


def _groups(parts: Sequence[Region], ties: Sequence[Link]) -> list[list[Region]]:
    """Give what ties hold together, however they are drawn, in order of offset."""
    leader = {part.key: part.key for part in parts}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for tie in ties:
        leader[find(tie.source)] = find(tie.target)
    groups: dict[str, list[Region]] = {}
    for part in sorted(parts, key=lambda p: (p.start, p.end, p.label)):
        groups.setdefault(find(part.key), []).append(part)
    return list(groups.values())
