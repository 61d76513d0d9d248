"""Spans that readers share."""

from collections import Counter
from collections.abc import Sequence

from pipeline.gold.corpus import GoldSpan

Part = tuple[int, int, str]  # start, end, type


def shared_spans(readings: Sequence[Sequence[GoldSpan]]) -> list[GoldSpan]:
    """Keep the entities and the whole attributions that more than half of the readers have, by offset."""
    entities: Counter[Part] = Counter()
    attributions: Counter[frozenset[Part]] = Counter()
    for spans in readings:
        entities.update({(s.start, s.end, s.type) for s in spans if s.attribution is None})
        numbers = sorted({s.attribution for s in spans if s.attribution is not None})
        attributions.update(
            {frozenset((s.start, s.end, s.type) for s in spans if s.attribution == number) for number in numbers}
        )
    kept = sorted(sorted(parts) for parts, count in attributions.items() if 2 * count > len(readings))
    found: list[tuple[Part, int | None]] = [
        (part, None) for part, count in entities.items() if 2 * count > len(readings)
    ]
    found += [(part, number) for number, parts in enumerate(kept, 1) for part in parts]
    return [
        GoldSpan(start=start, end=end, type=kind, attribution=number)
        for (start, end, kind), number in sorted(found, key=lambda item: (item[0], item[1] or 0))
    ]
