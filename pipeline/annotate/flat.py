"""Fields of a sentence as labels of their own (`stance:pro`), for tools whose spans have a label and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.drafts import PLAIN
from pipeline.annotate.faults import Faults
from pipeline.annotate.labelled import FIELDS
from pipeline.annotate.regions import ISSUE, RELATIONS, SENTENCE, Link, Region
from pipeline.gold.corpus import ATTRIBUTION
from pipeline.records import STANCES, BlockKind

VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(BlockKind),
    "stance": STANCES,
    "quote": ("direct", "indirect", "mixed", "none"),
    "role": ("claim", "premise", "none"),
    ISSUE: RELATIONS,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span; `key` names it in links."""

    key: str
    start: int
    end: int
    label: str
    place: str = ""


def labels() -> list[str]:
    """List all labels that a tool must know, but for those of speakers, which have their names."""
    fields = [f"{name}:{value}" for name, values in VALUES.items() for value in values if PLAIN.get(name) != value]
    return [SENTENCE, *fields, *ATTRIBUTION, *sorted(ENTITY_LABELS)]


def flatten(region: Region) -> list[Mark]:
    """Give a region's own mark, then those of its fields; a field that has its plain value needs none."""
    own = Mark(region.key, region.start, region.end, region.label)
    fields = [(n, v) for n, v in region.fields.items() if region.label == SENTENCE and PLAIN.get(n) != v]
    return [own, *(Mark(f"{region.key}.{n}", region.start, region.end, f"{n}:{v}") for n, v in fields)]


def split_label(label: str) -> tuple[str, str] | None:
    """Give the field and its value; None for a label that is no field's."""
    name, colon, value = label.partition(":")
    return (name.strip(), value.strip()) if colon and name.strip() in (*FIELDS, ISSUE) else None


def gather(path: Path, marks: Sequence[Mark], links: Sequence[Link], faults: Faults) -> tuple[list[Region], list[Link]]:
    """Give one region for all marks of a sentence, and links that lead from and to these regions."""
    regions: list[Region] = []
    at: dict[tuple[int, int], str] = {}
    fields: dict[str, dict[str, str]] = {}
    alias: dict[str, str] = {}
    for mark in marks:
        field = split_label(mark.label)
        if field is None and mark.label != SENTENCE:
            regions.append(
                Region(key=mark.key, start=mark.start, end=mark.end, label=mark.label, fields={}, place=mark.place)
            )
            continue
        bounds = (mark.start, mark.end)
        if bounds not in at:
            at[bounds] = mark.key
            regions.append(
                Region(key=mark.key, start=mark.start, end=mark.end, label=SENTENCE, fields={}, place=mark.place)
            )
        alias[mark.key] = at[bounds]
        if field is not None:
            add_field(path, mark.place, fields.setdefault(at[bounds], {}), field, faults)
    moved = [
        replace(link, source=alias.get(link.source, link.source), target=alias.get(link.target, link.target))
        for link in links
    ]
    return [replace(r, fields=fields.get(r.key, {})) if r.label == SENTENCE else r for r in regions], moved


def add_field(path: Path, place: str, fields: dict[str, str], field: tuple[str, str], faults: Faults) -> None:
    """Set a field of a sentence once."""
    name, value = field
    if fields.get(name, value) != value:
        faults.add(place, name, f"both {fields[name]!r} and {value!r}", "leave one", path)
    fields[name] = value


def marks_of(regions: Sequence[Region]) -> Iterator[tuple[Region, Mark]]:
    """Yield all marks with the region that each is of."""
    for region in regions:
        for mark in flatten(region):
            yield region, mark
