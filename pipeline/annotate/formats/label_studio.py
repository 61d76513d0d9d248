"""Label Studio: tasks with predictions, or with annotations where a reading is exported.

A region's id brings its attribution's number along (`a3-17`), which relations alone could not say.
"""

import json
from collections.abc import Sequence
from typing import Any

from pipeline.annotate.drafts import PLAIN
from pipeline.annotate.formats.label_studio_config import SPAN, SPEAKER, TEXT
from pipeline.annotate.regions import SENTENCE, Link, Region, regions_of
from pipeline.annotate.task import Task
from pipeline.records.jsonl import plain
from pipeline.version import __version__


def dump(tasks: Sequence[Task]) -> str:
    """Give the tasks as the JSON that Label Studio imports."""
    return json.dumps([plain(_task(task)) for task in tasks], ensure_ascii=False, indent=1) + "\n"


def _task(task: Task) -> dict[str, Any]:
    regions, links = regions_of(task)
    result = [item for region in regions for item in _items(region, task)] + [_relation(link) for link in links]
    data = {"article": task.card.id, **task.meta, "title": task.card.title or "", "text": task.text}
    if task.given == "reading":
        return {"data": data, "annotations": [{"result": result}]}
    prediction: dict[str, Any] = {"model_version": f"argmap {__version__}", "result": result}
    if task.given == "blind":
        prediction["model_version"] = "sentences alone"
    elif task.row_scores:
        prediction["score"] = sum(task.row_scores) / len(task.row_scores)
    return {"data": data, "predictions": [prediction]}


def _items(region: Region, task: Task) -> list[dict[str, Any]]:
    """Give the region and, with its id, its choices."""
    bounds = {"start": region.start, "end": region.end}
    head = {"id": region.key, "to_name": TEXT}
    score = {} if region.score is None else {"score": region.score}
    own = {**bounds, "text": task.text[region.start : region.end], "labels": [region.label]}
    items: list[dict[str, Any]] = [{**head, "from_name": SPAN, "type": "labels", "value": own, **score}]
    if region.label != SENTENCE or not region.fields:
        return items
    for name, value in {**PLAIN, **region.fields}.items():
        if name == SPEAKER:
            said = {"from_name": name, "type": "textarea", "value": {**bounds, "text": [value]}}
        else:
            said = {"from_name": name, "type": "choices", "value": {**bounds, "choices": [value]}}
        items.append({**head, **said, **score})
    return items


def _relation(link: Link) -> dict[str, Any]:
    return {
        "type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right", "labels": [link.label],
    }  # fmt: skip
