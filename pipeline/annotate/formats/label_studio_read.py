"""Read what Label Studio exports: JSON with `annotations`, or `completions` as before 1.0, and JSON_MIN."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import VALUES, add_field
from pipeline.annotate.formats.label_studio_config import SPAN, SPEAKER
from pipeline.annotate.formats.label_studio_min import expanded
from pipeline.annotate.from_regions import from_regions
from pipeline.annotate.json_input import objects, read_json, texts_of, whole
from pipeline.annotate.labelled import Labelled, Shown
from pipeline.annotate.regions import NUMBER, SENTENCE, Link, Region
from pipeline.annotate.task import META

OWN_ID = re.compile(r"a(-?\d+)-\d+")
AGAIN = "export the project again as JSON"
Item = dict[str, Any]


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield every annotation that was submitted; skipped ones are noted."""
    for number, record in enumerate(objects(read_json(path), "file", "task", faults)):
        place = f"task {record.get('id', f'number {number + 1}')}"
        lost = Faults(path)
        task = record if isinstance(record.get("data"), dict) else expanded(record, place, lost)
        yield from _task(path, place, task, faults, lost)


def _task(path: Path, place: str, task: Item, faults: Faults, lost: Faults) -> Iterator[Labelled]:
    """Yield the annotations of a task; `lost` are the faults of its short form."""
    data: Item = task["data"]
    article, text = data.get("article"), data.get("text")
    if not isinstance(article, str) or not isinstance(text, str):
        faults.add(place, "data", "no article or no text", "import tasks that `argmap annotate export` wrote")
        return
    given = objects(task.get("annotations", task.get("completions")), place, "annotations", faults)
    if not given:
        faults.leave_out(place, f"{article} has no annotation")
    for one in given:
        where = f"{place} annotation {one.get('id', 1)}"
        if one.get("was_cancelled") or one.get("skipped"):
            faults.leave_out(where, f"{article} was skipped by its annotator")
            continue
        own = Faults(path)
        results = objects(one.get("result"), where, "result", own)
        regions, links, shown = _parsed(path, where, results, own)
        drafts, spans = from_regions(path, regions, links, own)
        yield Labelled(
            path=path, place=where, article=article, text=text, drafts=drafts, spans=spans, shown=shown,
            by=_person(one.get("completed_by")), meta=texts_of(data, META), problems=[*lost.found, *own.found],
        )  # fmt: skip


def _person(by: Any) -> str:
    """Give the e-mail or the number of an annotator; both kinds of export name one."""
    if isinstance(by, dict):
        return str(by.get("email") or by.get("id") or "")
    return "" if by is None else str(by)


def _parsed(
    path: Path, where: str, results: list[Item], faults: Faults
) -> tuple[list[Region], list[Link], list[Shown]]:
    regions: dict[str, Region] = {}
    fields: dict[str, dict[str, str]] = {}
    links: list[Link] = []
    shown: list[Shown] = []
    chosen: list[tuple[str, str, Item]] = []
    for item in results:
        key = str(item.get("id", ""))
        place = f"{where} region {key}"
        value = _value(item)
        if item.get("type") == "relation":
            links += _links(where, item, faults)
        elif item.get("from_name") == SPAN:
            region = _region(key, place, value, fields.setdefault(key, {}), faults)
            if region is not None:
                regions[key] = region
                if isinstance(value.get("text"), str):
                    shown.append(Shown(place=place, start=region.start, end=region.end, text=value["text"]))
        else:
            chosen.append((key, place, item))
    for key, place, item in chosen:
        name = str(item.get("from_name"))
        if key not in regions or regions[key].label != SENTENCE:
            faults.add(place, name, "not on a sentence", "label the sentence, or remove the choice")
        elif (said := _said(place, name, item, faults)) is not None:
            add_field(path, place, fields[key], (name, said), faults)
    return list(regions.values()), links, shown


def _value(item: Item) -> Item:
    value = item.get("value")
    return value if isinstance(value, dict) else {}


def _region(key: str, place: str, value: Item, fields: dict[str, str], faults: Faults) -> Region | None:
    start, end, labels = whole(value.get("start")), whole(value.get("end")), value.get("labels")
    if start is None or end is None:
        faults.add(place, "start", "no whole numbers as start and end", AGAIN)
    elif not isinstance(labels, list) or len(labels) != 1:
        faults.add(place, "labels", f"{labels!r} instead of one label", "give the region one label, or remove it")
    else:
        number = OWN_ID.fullmatch(key)
        if number:
            fields[NUMBER] = number[1]
        return Region(key=key, start=start, end=end, label=str(labels[0]), fields=fields, place=place)
    return None


def _said(place: str, name: str, item: Item, faults: Faults) -> str | None:
    value = _value(item)
    if name != SPEAKER and name not in VALUES:
        faults.add(place, "from_name", f"{name!r} is none of argmap's", "use the configuration that `--config` prints")
        return None
    said = value.get("text" if name == SPEAKER else "choices")
    said = [said] if isinstance(said, str) else said
    if not isinstance(said, list) or len(said) != 1 or not isinstance(said[0], str):
        faults.add(place, name, f"{said!r} instead of one value", "leave one")
        return None
    return said[0]


def _links(where: str, item: Item, faults: Faults) -> list[Link]:
    ends = [str(item.get("from_id")), str(item.get("to_id"))]
    place, labels = f"{where} relation {ends[0]}-{ends[1]}", item.get("labels")
    if not isinstance(labels, list) or len(labels) != 1:
        faults.add(
            place,
            "labels",
            f"{labels!r} instead of one label",
            "give the relation one: supports, attacks or attribution",
        )
        return []
    if item.get("direction") == "bi" and labels[0] != NUMBER:
        faults.add(place, "direction", "it leads both ways", "let it lead from the reason to what it serves")
    source, target = reversed(ends) if item.get("direction") == "left" else ends
    return [Link(source=source, target=target, label=str(labels[0]), place=place)]
