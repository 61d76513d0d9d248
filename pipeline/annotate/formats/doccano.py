"""doccano: JSON Lines of a project for sequence labelling with relations, overlapping spans allowed.

Read are also the lists of labels ([[start, end, label], …]) of plain sequence labelling, the `annotations` of older
exports, and text classification of single sentences.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.annotate.classified import Classified
from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import Mark, gather, labels, marks_of
from pipeline.annotate.from_regions import from_regions
from pipeline.annotate.json_input import listed, objects, read_lines, texts_of, whole
from pipeline.annotate.labelled import Labelled
from pipeline.annotate.numbers import Numbers
from pipeline.annotate.regions import NUMBER, RELATIONS, TIE, Link, regions_of
from pipeline.annotate.task import META, Task
from pipeline.records.jsonl import plain

FIX = "export the project again as JSONL, with names of labels"


def dump(tasks: Sequence[Task]) -> str:
    """Give the tasks as doccano imports them."""
    return "".join(json.dumps(plain(_line(n, task)), ensure_ascii=False) + "\n" for n, task in enumerate(tasks, 1))


def config() -> str:
    """Give the labels of spans and relations as doccano's page of labels imports them."""
    spans = [
        {"text": label, "suffix_key": None, "background_color": "#d9d9d9", "text_color": "#000000"}
        for label in labels()
    ]
    return json.dumps(spans, ensure_ascii=False, indent=1) + "\n"


def relations() -> str:
    """Give the types of relations."""
    kinds = [
        {"text": name, "suffix_key": None, "background_color": "#a6cee3", "text_color": "#000000"}
        for name in (*RELATIONS, TIE)
    ]
    return json.dumps(kinds, ensure_ascii=False, indent=1) + "\n"


def _line(number: int, task: Task) -> dict[str, Any]:
    regions, links = regions_of(task)
    marks = list(marks_of(regions))
    ids = {mark.key: n for n, (_, mark) in enumerate(marks, 1)}
    entities = []
    for region, mark in marks:
        entity: dict[str, Any] = {
            "id": ids[mark.key],
            "label": mark.label,
            "start_offset": mark.start,
            "end_offset": mark.end,
        }
        if NUMBER in region.fields:
            entity[NUMBER] = int(region.fields[NUMBER])  # lost in doccano, which numbers nothing
        if region.score is not None:
            entity["score"] = region.score
        entities.append(entity)
    relations = [
        {"id": n, "from_id": ids[link.source], "to_id": ids[link.target], "type": link.label}
        for n, link in enumerate(links, 1)
    ]
    meta = {name: value for name, value in task.meta.items() if value is not None}
    head = {"id": number, "text": task.text, "article": task.card.id, **meta}
    return {**head, "entities": entities, "relations": relations}


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield the annotated documents."""
    sentences = Classified(path, faults)
    for place, record in read_lines(path):
        text, given = record.get("text", record.get("data")), record.get("meta")
        meta = {**(given if isinstance(given, dict) else {}), **record}
        if not isinstance(text, str) or not isinstance(meta.get("article"), str):
            faults.add(place, "article", "no text, or no article", "import tasks that `argmap annotate export` wrote")
            continue
        for comment in listed(record.get("Comments", record.get("comments"))):
            faults.leave_out(place, f"comment {comment!r}")
        plain_labels = listed(record.get("label", record.get("labels")))
        by = str(record.get("username") or record.get("user") or "")
        if whole(meta.get("start")) is not None and not record.get("entities"):
            sentences.add(place, text, meta, plain_labels, by)
        else:
            yield from _document(path, place, text, meta, plain_labels, by)
    yield from sentences.articles()


def _document(path: Path, place: str, text: str, meta: dict[str, Any], lists: list[Any], by: str) -> Iterator[Labelled]:
    """Yield the document once for each person who marked it; exports of old tell them apart span by span."""
    spans = [*listed(meta.get("entities")), *lists, *listed(meta.get("annotations"))]
    people = sorted({str(span["user"]) for span in spans if isinstance(span, dict) and "user" in span}) or [by]
    for person in people:
        own = [s for s in spans if not isinstance(s, dict) or str(s.get("user", person)) == person]
        numbers, faults = Numbers(), Faults(path)
        marks = [mark for n, span in enumerate(own) if (mark := _mark(place, n, span, numbers, faults)) is not None]
        links = [
            Link(
                source=str(r.get("from_id")), target=str(r.get("to_id")), label=str(r.get("type")),
                place=f"{place} relation {r.get('id', '')}".rstrip(),
            )
            for r in objects(meta.get("relations"), place, "relations", faults)
        ]  # fmt: skip
        regions, links = gather(path, marks, links, faults)
        drafts, found = from_regions(path, numbers.put(regions), links, faults)
        yield Labelled(
            path=path, place=place, article=meta["article"], text=text, drafts=drafts, spans=found, by=person,
            meta=texts_of(meta, META), problems=faults.found,
        )  # fmt: skip


def _mark(place: str, number: int, span: Any, numbers: Numbers, faults: Faults) -> Mark | None:
    if isinstance(span, list) and len(span) == 3:
        span = dict(zip(("start_offset", "end_offset", "label"), span, strict=True))
    where = f"{place} span {span.get('id', number) if isinstance(span, dict) else number}"
    if not isinstance(span, dict) or not isinstance(span.get("label"), str):
        faults.add(where, "label", "no label by name", FIX)
        return None
    start, end = whole(span.get("start_offset")), whole(span.get("end_offset"))
    if start is None or end is None:
        faults.add(where, "start_offset", "no whole numbers as offsets", FIX)
        return None
    key = str(span.get("id", f"span {number}"))
    numbers.note(key, span.get(NUMBER))
    return Mark(key, start, end, span["label"], where)
