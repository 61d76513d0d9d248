"""Readings as marked regions and links between them, which is how Label Studio, brat, doccano and Prodigy see a text.

A sentence is a region labelled `sentence` that carries its fields; one that serves another is linked to it by `supports`
or `attacks`; one that serves the issue itself, which stands nowhere in the text, has the field `issue`. The parts of an
attribution are regions that `attribution` links tie to its content.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.labelled import FIELDS
from pipeline.annotate.task import Task
from pipeline.gold.corpus import ATTRIBUTION, GoldSpan, Row

SENTENCE, TIE, ISSUE, NUMBER = "sentence", "attribution", "issue", "attribution"
RELATIONS = ("supports", "attacks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A marked stretch of text."""

    key: str
    start: int
    end: int
    label: str  # SENTENCE, source, cue, content or an entity's
    fields: Mapping[str, str]  # of a sentence: FIELDS and ISSUE; of a part of an attribution: its NUMBER, if known
    place: str = ""  # where it stands in the file
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation from a region to another; its label is TIE, supports or attacks."""

    source: str
    target: str
    label: str
    place: str = ""


def regions_of(task: Task) -> tuple[list[Region], list[Link]]:
    """Mark a task's rows and spans; a blind one has its sentences alone."""
    blind = task.given == "blind"
    regions = [
        Region(
            key=f"s{n}", start=row.start, end=row.end, label=SENTENCE, fields={} if blind else _fields(row),
            score=None if blind else task.score_of_row(n),
        )
        for n, row in enumerate(task.rows)
    ]  # fmt: skip
    if blind:
        return regions, []
    links = [
        Link(source=f"s{n}", target=f"s{row.to}", label=str(row.rel))
        for n, row in enumerate(task.rows)
        if isinstance(row.to, int)
    ]
    marked = [_marked(n, span, task.score_of_span(span)) for n, span in enumerate(task.spans)]
    return [*regions, *marked], [*links, *_ties(marked)]


def _fields(row: Row) -> dict[str, str]:
    values = {name: value for name in FIELDS if (value := getattr(row, name)) is not None}
    return values | ({ISSUE: str(row.rel)} if row.to == "issue" else {})


def _marked(number: int, span: GoldSpan, score: float | None) -> Region:
    fields = {} if span.attribution is None else {NUMBER: str(span.attribution)}
    key = f"e{number}" if span.attribution is None else f"a{span.attribution}-{number}"
    return Region(key=key, start=span.start, end=span.end, label=span.type, fields=fields, score=score)


def _ties(marked: Sequence[Region]) -> Iterator[Link]:
    """Tie all parts of an attribution to the first part of its content."""
    hubs: dict[str, Region] = {}
    for region in sorted(marked, key=lambda r: r.label != "content"):
        if region.label in ATTRIBUTION:
            hub = hubs.setdefault(region.fields[NUMBER], region)
            if hub is not region:
                yield Link(source=hub.key, target=region.key, label=TIE)
