"""Number attributions by what is tied together."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.annotate.faults import Faults
from pipeline.annotate.regions import NUMBER, TIE, Link, Region
from pipeline.gold.corpus import GoldSpan


def numbered(path: Path, parts: Sequence[Region], ties: Sequence[Link], faults: Faults) -> list[tuple[str, GoldSpan]]:
    """Give the spans of all attributions, each with its place.

    A number that the parts bring along is kept, unless an earlier attribution has it; others get the next free one, in
    order of offset. Tools that know no numbers lose nothing: a number only says what belongs together.
    """
    groups = _groups(parts, ties)
    taken: set[int] = set()
    fresh: list[list[Region]] = []
    out: list[tuple[str, GoldSpan]] = []
    for group in groups:
        if all(part.label != "content" for part in group):
            for part in group:
                fix = f"tie it to its content by a relation `{TIE}`, mark the content, or remove it"
                faults.add(part.place, TIE, f"a {part.label} without content", fix, path)
        known = sorted({int(part.fields[NUMBER]) for part in group if NUMBER in part.fields} - taken)
        if known:
            taken.add(known[0])
            out += _spans(group, known[0])
        else:
            fresh.append(group)
    number = 0
    for group in fresh:
        number = next(n for n in range(number + 1, number + len(taken) + 2) if n not in taken)
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
