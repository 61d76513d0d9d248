"""Rows that readers differ on, each with all their labels and the fields that are to be decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.evaluation.readers import Readings
from pipeline.gold.corpus import Goal, Role, Row, Speech
from pipeline.records import BlockKind, Label, Relation

OPEN = "?"  # stands in a field that is to be decided
FIELDS = ("end", "kind", "stance", "speaker", "quote", "role", "to", "rel")
Values = dict[str, Any]  # a row's fields; `to` is the start of the row that it serves, so that no cut moves it


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A row as settled; `keep` is False where it is to be no row at all, `to` the start of the row that it serves."""

    keep: bool
    end: int
    kind: BlockKind
    stance: Label
    speaker: str | None
    quote: Speech
    role: Role
    to: Goal
    rel: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of adjudication.jsonl; a reading is None where the reader has no such row."""

    article: str
    start: int
    text: str
    differ: tuple[str, ...]
    readings: Mapping[str, Values | None]
    decided: Values  # with OPEN where the readers differ


@dataclass(frozen=True, slots=True)
class Agreed:
    """A row that all readers have alike."""

    article: str
    start: int
    values: Values


def questions_of(readings: Readings) -> Iterator[Question | Agreed]:
    """Yield every row of the readers in order: those that they agree on, and those that they differ on."""
    texts = {found[0].card.id: found[0].raw.text for found in readings.articles}
    starts = {
        (found[0].card.id, n): [row.start for row in article.rows]
        for found in readings.articles
        for n, article in enumerate(found)
    }
    for (article, start), rows in readings.rows().items():
        given = [values_of(row, starts[article, n]) if row else None for n, row in enumerate(rows)]
        present = [values for values in given if values is not None]
        differ = tuple(f for f in FIELDS if any(values[f] != present[0][f] for values in present))
        whole = len(present) == len(given)
        if whole and not differ:
            yield Agreed(article, start, present[0])
            continue
        yield Question(
            article=article,
            start=start,
            text=texts[article][start : max(values["end"] for values in present)],
            differ=differ if whole else ("keep", *differ),
            readings=dict(zip(readings.readers, given, strict=True)),
            decided={"keep": True if whole else OPEN, **{f: OPEN if f in differ else present[0][f] for f in FIELDS}},
        )


def values_of(row: Row, starts: list[int]) -> Values:
    """Give the fields of a row whose article's rows start at `starts`."""
    values = {field: getattr(row, field) for field in FIELDS}
    if isinstance(row.to, int):
        values["to"] = starts[row.to] if 0 <= row.to < len(starts) else -1
    return values
