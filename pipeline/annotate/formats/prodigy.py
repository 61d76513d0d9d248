"""Prodigy: JSON Lines with spans, tokens and relations, for recipes such as rel.manual.

Read are also records of the choice interface, one a sentence, whose `accept` lists the labels.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.annotate.classified import Classified
from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import Mark, gather, labels, marks_of
from pipeline.annotate.formats.prodigy_tokens import Tokens, tokenise
from pipeline.annotate.from_regions import from_regions
from pipeline.annotate.json_input import objects, read_lines, texts_of, whole
from pipeline.annotate.labelled import Labelled
from pipeline.annotate.numbers import Numbers
from pipeline.annotate.regions import NUMBER, Link, regions_of
from pipeline.annotate.task import META, Task
from pipeline.records.jsonl import plain

Item = dict[str, Any]


def dump(tasks: Sequence[Task]) -> str:
    """Give the tasks as Prodigy loads them; a reading is an answer already."""
    return "".join(json.dumps(plain(_line(task)), ensure_ascii=False) + "\n" for task in tasks)


def config() -> str:
    """Give the labels of spans, one a line, for `--span-label`."""
    return "\n".join(labels()) + "\n"


def _line(task: Task) -> Item:
    regions, links = regions_of(task)
    marks = list(marks_of(regions))
    tokens = tokenise(task.text, [(mark.start, mark.end) for _, mark in marks])
    spans = {mark.key: _span(mark, tokens) for _, mark in marks}
    relations = [
        {
            "head": spans[link.source]["token_end"], "child": spans[link.target]["token_end"],
            "head_span": spans[link.source], "child_span": spans[link.target], "label": link.label,
        }
        for link in links
    ]  # fmt: skip
    extra: list[Item] = []
    for region, mark in marks:
        more: Item = {} if region.score is None else {"score": region.score}
        if NUMBER in region.fields:
            more[NUMBER] = int(region.fields[NUMBER])
        extra.append({**spans[mark.key], **more})
    meta = {"article": task.card.id, **{name: value for name, value in task.meta.items() if value is not None}}
    line = {"text": task.text, "meta": meta, "tokens": tokens.tokens, "spans": extra, "relations": relations}
    return {**line, "answer": "accept"} if task.given == "reading" else line


def _span(mark: Mark, tokens: Tokens) -> Item:
    bounds = {"token_start": tokens.beginning[mark.start], "token_end": tokens.ending[mark.end]}
    return {"start": mark.start, "end": mark.end, **bounds, "label": mark.label, "id": mark.key}


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield the accepted answers; rejected and ignored ones are noted."""
    sentences = Classified(path, faults)
    for place, record in read_lines(path):
        text, given = record.get("text"), record.get("meta")
        meta = {**record, **(given if isinstance(given, dict) else {})}
        if not isinstance(text, str) or not isinstance(meta.get("article"), str):
            faults.add(place, "meta", "no text, or no article", "import tasks that `argmap annotate export` wrote")
            continue
        answer, by = record.get("answer"), str(record.get("_annotator_id") or record.get("_session_id") or "")
        if answer != "accept":
            why = "not answered yet" if answer is None else f"its answer is {answer!r}"
            faults.leave_out(place, f"{meta['article']}: {why}")
        elif "accept" in record:
            accepted = record["accept"]
            sentences.add(place, text, meta, accepted if isinstance(accepted, list) else [accepted], by)
        else:
            yield _document(path, place, record, meta, by)
    yield from sentences.articles()


def _document(path: Path, place: str, record: Item, meta: Item, by: str) -> Labelled:
    numbers, faults = Numbers(), Faults(path)
    marks: list[Mark] = []
    for n, span in enumerate(objects(record.get("spans"), place, "spans", faults)):
        where = f"{place} span {n}"
        start, end, label = whole(span.get("start")), whole(span.get("end")), span.get("label")
        if start is None or end is None or not isinstance(label, str):
            faults.add(where, "label", "no offsets or no label", "give start, end and label, or remove the span")
            continue
        marks.append(Mark(str(span.get("id", f"span {n}")), start, end, label, where))
        numbers.note(marks[-1].key, span.get(NUMBER))
    ends = Ends(marks, objects(record.get("tokens"), place, "tokens", faults))
    links = []
    for n, relation in enumerate(objects(record.get("relations"), place, "relations", faults)):
        source, target = ends.of(relation, "head"), ends.of(relation, "child")
        if source is None or target is None:
            faults.add(f"{place} relation {n}", "head", "it leads from or to no span", "remove it, or mark that span")
        else:
            label = str(relation.get("label"))
            links.append(Link(source=source, target=target, label=label, place=f"{place} relation {n}"))
    regions, links = gather(path, marks, links, faults)
    drafts, spans = from_regions(path, numbers.put(regions), links, faults)
    return Labelled(
        path=path, place=place, article=meta["article"], text=record["text"], drafts=drafts, spans=spans, by=by,
        meta=texts_of(meta, META), problems=faults.found,
    )  # fmt: skip


class Ends:
    """Finds the spans that relations lead from and to: by our id, by offsets and label, or by the token."""

    def __init__(self, marks: Sequence[Mark], tokens: Sequence[Item]) -> None:
        self._keys = {mark.key for mark in marks}
        self._at: dict[tuple[int | None, int | None, str], str] = {
            (mark.start, mark.end, mark.label): mark.key for mark in reversed(marks)
        }
        self._ending = {mark.end: mark.key for mark in reversed(marks)}
        self._tokens = {whole(token.get("id")): whole(token.get("end")) for token in tokens}

    def of(self, relation: Item, side: str) -> str | None:
        """Give the key of the span at one side of a relation."""
        span = relation.get(f"{side}_span")
        if not isinstance(span, dict):
            return self._ending.get(self._tokens.get(whole(relation.get(side))) or -1)
        if str(span.get("id")) in self._keys:
            return str(span["id"])
        return self._at.get((whole(span.get("start")), whole(span.get("end")), str(span.get("label"))))
