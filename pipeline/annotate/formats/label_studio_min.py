"""JSON_MIN, Label Studio's short export, as the long one.

It has no ids, no relations, and of choices and texts that hang on a region it keeps the bare value. They are put back
where there is one for every sentence; where not, nobody can tell whose they are, and the file is refused.
"""

from typing import Any

from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import VALUES
from pipeline.annotate.formats.label_studio_config import SPAN, SPEAKER
from pipeline.annotate.json_input import objects, whole
from pipeline.annotate.regions import SENTENCE

FIX = "export as JSON: JSON_MIN does not keep what belongs to which region"


def expanded(record: dict[str, Any], place: str, faults: Faults) -> dict[str, Any]:
    """Give the task that a record of JSON_MIN is short for."""
    spans = objects(record.get(SPAN), place, SPAN, faults)
    results: list[dict[str, Any]] = [{"id": str(n), "from_name": SPAN, "value": value} for n, value in enumerate(spans)]
    sentences = [n for n, value in enumerate(spans) if value.get("labels") == [SENTENCE]]
    for name in (*VALUES, SPEAKER):
        values = record.get(name)
        listed = values if isinstance(values, list) else [] if values is None else [values]
        if any(isinstance(value, dict) for value in listed):
            results += _by_offset(name, listed, spans, sentences, place, faults)
        elif listed and len(listed) != len(sentences):
            faults.add(place, name, f"{len(listed)} values for {len(sentences)} sentences", FIX)
        else:
            results += [_chosen(n, name, value) for n, value in zip(sentences, listed, strict=False)]
    data = {key: value for key, value in record.items() if key not in (SPAN, SPEAKER, *VALUES)}
    annotation = {
        "id": record.get("annotation_id", 1), "completed_by": record.get("annotator", record.get("completed_by")),
        "result": results,
    }  # fmt: skip
    return {"data": data, "annotations": [annotation]}


def _by_offset(
    name: str, values: list[Any], spans: list[dict[str, Any]], sentences: list[int], place: str, faults: Faults
) -> list[dict[str, Any]]:
    """Older versions keep the offsets."""
    at = {(whole(spans[n].get("start")), whole(spans[n].get("end"))): n for n in sentences}
    out = []
    for value in values:
        bounds = (whole(value.get("start")), whole(value.get("end"))) if isinstance(value, dict) else None
        if bounds is None or bounds not in at:
            faults.add(place, name, f"{value!r} is on no sentence", FIX)
            continue
        said = value.get("text") if name == SPEAKER else value.get("choices")
        out.append(_chosen(at[bounds], name, said))
    return out


def _chosen(number: int, name: str, said: Any) -> dict[str, Any]:
    return {"id": str(number), "from_name": name, "value": {"text" if name == SPEAKER else "choices": said}}
