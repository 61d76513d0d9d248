"""What doccano exports, in the shapes it has had."""

import json
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in

from pipeline.annotate.formats import doccano

Item = dict[str, Any]
FIRST = ["sentence", "stance:pro", "quote:indirect", "role:claim", "issue:supports", "speaker:Ana Ruiz"]
LABELS = (
    [(0, 37, label) for label in FIRST]
    + [(38, 66, label) for label in ("sentence", "stance:anti", "quote:mixed", "role:premise")]
    + [(67, 79, "sentence"), (67, 79, "stance:neutral"), (2, 21, "content"), (23, 31, "source"), (32, 36, "cue")]
    + [(23, 31, "PERSON"), (38, 49, "content"), (59, 66, "content"), (50, 52, "source")]
)
ENTITIES = [
    {"id": 40 + n, "label": label, "start_offset": a, "end_offset": b} for n, (a, b, label) in enumerate(LABELS)
]
ID = {(label, e["start_offset"]): e["id"] for (_, _, label), e in zip(LABELS, ENTITIES, strict=True)}


def tie(a: tuple[str, int], b: tuple[str, int], kind: str) -> Item:
    return {"id": 1, "from_id": ID[a], "to_id": ID[b], "type": kind}


RELATIONS = [
    tie(("stance:anti", 38), ("role:claim", 0), "attacks"),
    tie(("content", 2), ("source", 23), "attribution"), tie(("cue", 32), ("content", 2), "attribution"),
    tie(("content", 38), ("content", 59), "attribution"), tie(("source", 50), ("content", 38), "attribution"),
]  # fmt: skip
HEAD = {"id": 3, "text": TEXT, "article": "harlow"}


def write(tmp_path: Path, *records: Any) -> Path:
    path = tmp_path / "all.jsonl"
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def test_entities_and_relations_are_read(tmp_path: Path) -> None:
    record = {**HEAD, "entities": ENTITIES, "relations": RELATIONS, "Comments": ["Is he the mayor?"]}
    done = take_in("doccano", write(tmp_path, record))
    assert found_in(done) == (ROWS, SPANS)
    assert "Is he the mayor?" in done.left_out[0]


@pytest.mark.parametrize("name", ["label", "labels"])
def test_lists_of_labels_are_read(tmp_path: Path, name: str) -> None:
    marks = [list(mark) for mark in LABELS if mark[2] not in ("source", "cue") and mark[:2] != (38, 66)]
    rows, spans = found_in(take_in("doccano", write(tmp_path, {**HEAD, name: marks, "meta": {"article": "harlow"}})))
    assert rows == [ROWS[0], ROWS[2]]
    assert [(s.type, s.attribution) for s in spans] == [
        ("content", 1),
        ("PERSON", None),
        ("content", 2),
        ("content", 3),
    ]


def test_lists_of_labels_cannot_say_what_belongs_together(tmp_path: Path) -> None:
    done = take_in("doccano", write(tmp_path, {**HEAD, "label": [list(mark) for mark in LABELS]}))
    assert sorted(fields_of(done)) == ["attribution", "attribution", "attribution", "to"]


def test_older_annotations_are_told_apart_by_their_user(tmp_path: Path) -> None:
    marks = [
        {"label": label, "start_offset": 67, "end_offset": 79, "user": user}
        for label, user in [("sentence", 1), ("stance:neutral", 1), ("sentence", 2), ("stance:pro", 2)]
    ]
    path = write(tmp_path, {"id": 3, "text": TEXT, "meta": {"article": "harlow"}, "annotations": marks})
    assert fields_of(take_in("doccano", path)) == ["completed_by"]
    assert found_in(take_in("doccano", path, "1")) == ([ROWS[2]], [])


def test_labels_by_number_are_refused(tmp_path: Path) -> None:
    marks = [{"label": 4, "start_offset": 67, "end_offset": 79, "user": 1}]
    done = take_in("doccano", write(tmp_path, {**HEAD, "annotations": marks}))
    assert fields_of(done) == ["label"] and "names of labels" in done.problems[0].fix


@pytest.mark.parametrize("where", ["meta", "line"])
def test_classified_sentences_are_put_together(tmp_path: Path, where: str) -> None:
    def sentence(start: int, end: int, labels: list[str]) -> Item:
        meta = {"article": "harlow", "start": start, "end": end}
        return {"id": start, "text": TEXT[start:end], "label": labels, **({"meta": meta} if where == "meta" else meta)}

    records = [sentence(67, 79, ["stance:neutral"]), sentence(38, 66, []), sentence(0, 37, FIRST[1:])]
    folder = tmp_path / "annotations" / "articles"
    folder.mkdir(parents=True)
    (folder / "harlow.txt").write_bytes(TEXT.encode())
    done = take_in("doccano", write(tmp_path, *records))
    assert found_in(done) == ([ROWS[0], ROWS[2]], [])
    assert done.readings[0].card.partial


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"id": 1, "text": TEXT}, "article"),
        ({**HEAD, "entities": [{**ENTITIES[0], "start_offset": None}]}, "start_offset"),
        ({**HEAD, "entities": [{**ENTITIES[0], "label": "CITY"}]}, "type"),
        ({**HEAD, "entities": [*ENTITIES, {**ENTITIES[1], "id": 9, "label": "stance:anti"}]}, "stance"),
        ({**HEAD, "entities": [{**ENTITIES[1], "label": "stance:glad"}]}, "stance"),
        ({**HEAD, "entities": ENTITIES, "relations": [{"from_id": 1, "to_id": 2, "type": "attacks"}]}, "relation"),
        ({**HEAD, "entities": [3]}, "label"),
        ({**HEAD, "entities": ENTITIES[:2], "relations": [3]}, "relations"),
        ({**HEAD, "text": TEXT.upper(), "entities": ENTITIES[:2]}, "text"),
        ({"text": "x", "article": "harlow", "start": 0, "end": 1, "label": ["glad"]}, "label"),
    ],
)
def test_a_fault_is_named_with_line_and_field(tmp_path: Path, record: Item, field: str) -> None:
    folder = tmp_path / "annotations" / "articles"
    folder.mkdir(parents=True)
    (folder / "harlow.txt").write_bytes(TEXT.encode())
    done = take_in("doccano", write(tmp_path, record))
    assert field in fields_of(done)
    assert ":1" in done.problems[0].where


def test_the_lists_of_labels_are_what_doccano_imports() -> None:
    names = [label["text"] for label in json.loads(doccano.config())]
    assert {"sentence", "stance:pro", "kind:headline", "role:premise", "issue:attacks", "cue", "PERSON"} <= set(names)
    assert len(names) == len(set(names))
    assert [kind["text"] for kind in json.loads(doccano.relations())] == ["supports", "attacks", "attribution"]
