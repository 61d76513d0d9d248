"""From marked regions and links back to sentences and spans."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.annotate.attributions import numbered
from pipeline.annotate.faults import Faults
from pipeline.annotate.labelled import FIELDS, Draft
from pipeline.annotate.regions import ISSUE, NUMBER, RELATIONS, SENTENCE, TIE, Link, Region
from pipeline.gold.corpus import ATTRIBUTION, GoldSpan

Served = tuple[str, str]  # (key or "issue", relation)


def from_regions(
    path: Path, regions: Sequence[Region], links: Sequence[Link], faults: Faults
) -> tuple[list[Draft], list[tuple[str, GoldSpan]]]:
    """Give the sentences and the spans, each with its place."""
    by_key = {region.key: region for region in regions}
    ties: list[Link] = []
    served: dict[str, list[Served]] = {}
    for link in links:
        if (fault := _fault_of(link, by_key)) is not None:
            faults.add(link.place, "relation", *fault, path)
        elif link.label == TIE:
            ties.append(link)
        else:
            served.setdefault(link.source, []).append((link.target, link.label))
    for region in regions:
        for name in region.fields:
            if not (region.label in ATTRIBUTION if name == NUMBER else region.label == SENTENCE):
                faults.add(region.place, name, f"it is on a {region.label}", "remove it there", path)
    sentences = [region for region in regions if region.label == SENTENCE]
    parts = [region for region in regions if region.label in ATTRIBUTION]
    drafts = [_draft(path, region, served.get(region.key, []), faults) for region in sentences]
    spans = [
        (r.place, GoldSpan(start=r.start, end=r.end, type=r.label, attribution=None))
        for r in regions
        if r.label != SENTENCE and r.label not in ATTRIBUTION
    ]
    return drafts, spans + numbered(parts, ties)


def _fault_of(link: Link, regions: Mapping[str, Region]) -> tuple[str, str] | None:
    if link.label != TIE and link.label not in RELATIONS:
        return f"{link.label!r} is no relation", f"use {', '.join((*RELATIONS, TIE))}"
    ends = [regions.get(link.source), regions.get(link.target)]
    for key, end in zip((link.source, link.target), ends, strict=True):
        if end is None:
            return f"the region {key} is not there", "remove the relation"
        if link.label == TIE and end.label not in ATTRIBUTION:
            return f"`{TIE}` ties a {end.label}", "tie source and cue to their content alone"
        if link.label != TIE and end.label != SENTENCE:
            return f"`{link.label}` leads from or to a {end.label}", "draw it from a sentence to a sentence"
    return None


def _draft(path: Path, region: Region, served: list[Served], faults: Faults) -> Draft:
    if ISSUE in region.fields:
        served = [*served, ("issue", region.fields[ISSUE])]
    if len(served) > 1:
        goals = ", ".join(goal for goal, _ in served)
        faults.add(region.place, "to", f"the sentence serves several: {goals}", "let it serve one", path)
    to, rel = served[0] if served else (None, None)
    fields = {name: value for name, value in region.fields.items() if name in FIELDS and value.strip()}
    return Draft(place=region.place, key=region.key, start=region.start, end=region.end, fields=fields, to=to, rel=rel)
