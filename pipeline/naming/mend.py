"""Mend the model's mentions of one article."""

from collections.abc import Sequence

from pipeline.naming.canonical import canonical_names
from pipeline.naming.consistency import beside_places, missed, relabel
from pipeline.naming.edges import NUMERIC, is_common, is_reference, repair
from pipeline.naming.mention import Mention, without_overlaps
from pipeline.naming.patterns import PUBLIC, SPEAKER_LINE, find_patterns


def mend(text: str, model: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """Give the mended mentions by offset, each with its canonical name; they never overlap."""
    repaired = [m for m in (repair(text, m) for m in model) if m is not None and not is_reference(text, m)]
    repaired = [m for m in repaired if not is_common(text, m)]
    rules = [m for m in (repair(text, m) for m in find_patterns(text)) if m is not None]
    rules += [Mention(m.start(1), m.end(1), "PERSON", "speaker line") for m in SPEAKER_LINE.finditer(text)]
    public = [Mention(m.start(), m.end(), "PERSON", "public figure") for m in PUBLIC.finditer(text)]
    repaired = [
        m
        for m in repaired
        if m.label == "PERSON" or text[m.start : m.end] not in {text[p.start : p.end] for p in public}
    ]
    kept = without_overlaps(_by_strength(rules, repaired))
    kept = beside_places(text, relabel(text, kept))
    kept = without_overlaps([*kept, *public, *missed(text, kept)])
    return list(zip(kept, canonical_names(text, kept), strict=True))


def _by_strength(rules: list[Mention], model: list[Mention]) -> list[Mention]:
    """Order for the choice among overlaps: a model's name that holds a rule's whole one wins over it; else rules first.

    `Belford County Sheriff's Office` (rule) beats `Belford` (model); `Ana Ruiz-Marsh` (model) beats a shorter title match.
    """
    wider = [
        m
        for m in model
        if m.label not in NUMERIC
        and any(
            r.label == m.label and m.start <= r.start and r.end <= m.end and (m.start, m.end) != (r.start, r.end)
            for r in rules
        )
    ]
    credited = [r for r in rules if r.method == "credit"]
    wider = [m for m in wider if not any(m.overlaps(r) for r in credited)]
    longest = sorted(
        rules, key=lambda m: (m.method not in ("law", "known body", "credit"), -(m.end - m.start), m.start)
    )
    return [*wider, *longest, *model]
