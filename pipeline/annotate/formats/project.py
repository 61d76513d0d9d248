"""The project's own JSON Lines: an article a line, with its text, rows and spans as annotations/ keeps them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.annotate.faults import Faults
from pipeline.annotate.json_input import listed, read_lines, texts_of, whole
from pipeline.annotate.labelled import FIELDS, Draft, Labelled
from pipeline.annotate.task import META, Task
from pipeline.gold.corpus import GoldSpan
from pipeline.records.jsonl import plain

SPAN: TypeAdapter[GoldSpan] = TypeAdapter(GoldSpan)
EMPTY = dict.fromkeys(("kind", "stance", "speaker", "quote", "role", "to", "rel"))


def dump(tasks: Sequence[Task]) -> str:
    """Give the tasks; the rows of a blind one have bounds alone."""
    return "".join(json.dumps(_line(task), ensure_ascii=False) + "\n" for task in tasks)


def _line(task: Task) -> dict[str, Any]:
    rows = []
    for number, row in enumerate(task.rows):
        values: dict[str, Any] = plain(row)
        score = task.score_of_row(number)
        rows.append(
            {**values, **EMPTY}
            if task.given == "blind"
            else values
            if score is None
            else {**values, "score": plain(score)}
        )
    spans = [] if task.given == "blind" else plain(list(task.spans))
    return {"article": task.card.id, **task.meta, "text": task.text, "rows": rows, "spans": spans}


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield the articles."""
    for place, record in read_lines(path):
        article, text = record.get("article"), record.get("text")
        if not isinstance(article, str) or not isinstance(text, str):
            faults.add(place, "article", "no article or no text", "give both")
            continue
        rows, spans = listed(record.get("rows")), listed(record.get("spans"))
        drafts = [d for n, row in enumerate(rows) if (d := _draft(f"{place} row {n}", n, row, faults)) is not None]
        found = [
            (f"{place} span {n}", s) for n, one in enumerate(spans) if (s := _span(f"{place} span {n}", one, faults))
        ]
        yield Labelled(
            path=path, place=place, article=article, text=text, drafts=drafts, spans=found, meta=texts_of(record, META)
        )


def _draft(place: str, number: int, row: Any, faults: Faults) -> Draft | None:
    start, end = (whole(row.get("start")), whole(row.get("end"))) if isinstance(row, dict) else (None, None)
    if start is None or end is None:
        faults.add(place, "start", "no whole numbers as start and end", "give both")
        return None
    fields = {name: str(row[name]) for name in FIELDS if row.get(name) is not None}
    to, rel = row.get("to"), row.get("rel")
    return Draft(
        place=place, key=str(number), start=start, end=end, fields=fields, to=None if to is None else str(to),
        rel=None if rel is None else str(rel),
    )  # fmt: skip


def _span(place: str, span: Any, faults: Faults) -> GoldSpan | None:
    try:
        return SPAN.validate_python(span)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "span"
        faults.add(place, field, first["msg"], "give start, end, type and attribution")
        return None
