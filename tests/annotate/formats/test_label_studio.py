"""What Label Studio exports, in all shapes it has had."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in

Item = dict[str, Any]


def region(key: str, start: int, end: int, label: str) -> Item:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"id": key, "from_name": "span", "to_name": "text", "type": "labels", "origin": "manual", "value": value}


def choice(key: str, start: int, end: int, name: str, said: str) -> Item:
    kind = "textarea" if name == "speaker" else "choices"
    value = {"start": start, "end": end, "text" if name == "speaker" else "choices": [said]}
    return {"id": key, "from_name": name, "to_name": "text", "type": kind, "value": value}


def relation(source: str, target: str, label: str, direction: str = "right") -> Item:
    return {"from_id": source, "to_id": target, "type": "relation", "direction": direction, "labels": [label]}


RESULT = [
    region("x1", 0, 37, "sentence"), choice("x1", 0, 37, "stance", "pro"), choice("x1", 0, 37, "speaker", "Ana Ruiz"),
    choice("x1", 0, 37, "quote", "indirect"), choice("x1", 0, 37, "role", "claim"), choice("x1", 0, 37, "issue", "supports"),
    region("x2", 38, 66, "sentence"), choice("x2", 38, 66, "kind", "body"), choice("x2", 38, 66, "stance", "anti"),
    choice("x2", 38, 66, "quote", "mixed"), choice("x2", 38, 66, "role", "premise"),
    region("x3", 67, 79, "sentence"), choice("x3", 67, 79, "stance", "neutral"),
    region("c1", 2, 21, "content"), region("s1", 23, 31, "source"), region("u1", 32, 36, "cue"), region("p1", 23, 31, "PERSON"),
    region("c2", 38, 49, "content"), region("c3", 59, 66, "content"), region("s2", 50, 52, "source"),
    relation("x2", "x1", "attacks"), relation("c1", "s1", "attribution"), relation("u1", "c1", "attribution"),
    relation("c2", "c3", "attribution"), relation("s2", "c3", "attribution"),
]  # fmt: skip
DATA = {
    "article": "harlow",
    "title": "Harlow",
    "source": None,
    "genre": "local",
    "published": "2024-01-02",
    "text": TEXT,
}


def annotation(result: list[Item] = RESULT, **more: Any) -> Item:
    return {
        "id": 31,
        "completed_by": 1,
        "was_cancelled": False,
        "created_at": "2024-01-02T00:00:00Z",
        "result": result,
        **more,
    }


def write(tmp_path: Path, tasks: Any) -> Path:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def task(*annotations: Item, name: str = "annotations") -> list[Item]:
    return [{"id": 7, "data": DATA, name: list(annotations), "predictions": [], "drafts": []}]


@pytest.mark.parametrize("name", ["annotations", "completions"])
def test_both_names_of_annotations_are_read(tmp_path: Path, name: str) -> None:
    assert found_in(take_in("label-studio", write(tmp_path, task(annotation(), name=name)))) == (ROWS, SPANS)


def test_what_is_known_of_the_article_goes_into_its_line(tmp_path: Path) -> None:
    (reading,) = take_in("label-studio", write(tmp_path, task(annotation()))).readings
    card = reading.card
    assert (card.split, card.origin, card.title, card.genre, card.published) == (
        "train",
        "real",
        "Harlow",
        "local",
        "2024-01-02",
    )


def test_one_task_alone_may_be_no_list(tmp_path: Path) -> None:
    assert found_in(take_in("label-studio", write(tmp_path, task(annotation())[0]))) == (ROWS, SPANS)


def test_a_relation_to_the_left_is_read_backwards(tmp_path: Path) -> None:
    result = [r if r.get("labels") != ["attacks"] else relation("x1", "x2", "attacks", "left") for r in RESULT]
    assert found_in(take_in("label-studio", write(tmp_path, task(annotation(result))))) == (ROWS, SPANS)


@pytest.mark.parametrize("flag", ["was_cancelled", "skipped"])
def test_a_cancelled_annotation_is_left_out_and_said(tmp_path: Path, flag: str) -> None:
    done = take_in("label-studio", write(tmp_path, task(annotation([], **{flag: True}), annotation())))
    assert found_in(done) == (ROWS, SPANS)
    assert "skipped" in done.left_out[0]


@pytest.mark.parametrize(
    ("ana", "bo", "by"),
    [(1, 2, "1"), ({"id": 1, "email": "ana@example.org"}, {"id": 2, "email": "bo@example.org"}, "ana@example.org")],
)
def test_of_several_annotators_one_is_chosen(tmp_path: Path, ana: Any, bo: Any, by: str) -> None:
    other = [region("x1", 0, 37, "sentence"), choice("x1", 0, 37, "stance", "anti")]
    path = write(tmp_path, task(annotation(completed_by=ana), annotation(other, completed_by=bo)))
    undecided = take_in("label-studio", path)
    assert fields_of(undecided) == ["completed_by"]
    assert by in undecided.problems[0].what and "--completed-by" in undecided.problems[0].fix
    assert found_in(take_in("label-studio", path, by)) == (ROWS, SPANS)


def test_faults_of_those_who_are_not_chosen_do_no_harm(tmp_path: Path) -> None:
    bad = [region("x1", 0, 37, "sentence"), choice("x1", 0, 37, "mood", "glad")]
    path = write(tmp_path, task(annotation(), annotation(bad, completed_by=2)))
    assert found_in(take_in("label-studio", path, "1")) == (ROWS, SPANS)


def test_two_annotations_of_one_person_are_named(tmp_path: Path) -> None:
    done = take_in("label-studio", write(tmp_path, task(annotation(), annotation(id=32))), "1")
    assert fields_of(done) == ["completed_by"]
    assert "annotation 31" in done.problems[0].what and "annotation 32" in done.problems[0].what


def test_a_task_without_annotations_is_left_out_and_said(tmp_path: Path) -> None:
    done = take_in("label-studio", write(tmp_path, task()))
    assert (list(done.readings), len(done.left_out)) == ([], 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"span": {"start": 0, "end": 999}}, "end"),
        ({"span": {"start": None}}, "start"),
        ({"span": {"labels": ["CITY"]}}, "type"),
        ({"span": {"labels": ["sentence", "cue"]}}, "labels"),
        ({"span": {"text": "Limits kept us safe"}}, "text"),
        ({"stance": {"choices": ["for"]}}, "stance"),
        ({"stance": {"choices": ["pro", "anti"]}}, "stance"),
        ({"stance": {"choices": []}}, "stance"),
        ({"issue": {"choices": ["attacks"]}}, "rel"),
        ({"mood": {"choices": ["glad"]}}, "from_name"),
    ],
)
def test_a_fault_is_named_by_its_field(tmp_path: Path, change: dict[str, Item], field: str) -> None:
    result = copy.deepcopy(RESULT)
    ((name, value),) = change.items()
    items = [r for r in result if r.get("from_name") == name] or [choice("x1", 0, 37, name, "")]
    items[0]["value"] |= value
    result += items if name == "mood" else []
    done = take_in("label-studio", write(tmp_path, task(annotation(result))))
    assert field in fields_of(done)
    assert "task 7 annotation 31 region x1" in done.problems[0].where
    assert not (tmp_path / "annotations").exists()


@pytest.mark.parametrize(
    ("extra", "field"),
    [
        (relation("x1", "c1", "supports"), "relation"),
        (relation("x1", "gone", "supports"), "relation"),
        (relation("p1", "c1", "attribution"), "relation"),
        (relation("x2", "x1", "doubts"), "relation"),
        (relation("x2", "x1", "supports"), "to"),
        (relation("x2", "x1", "supports", "bi"), "direction"),
        (region("s9", 50, 52, "source"), "attribution"),
        (region("p9", 23, 31, "PERSON"), "type"),
        (region("x9", 59, 70, "sentence") | {"id": "x9"}, None),
        (choice("c1", 2, 21, "stance", "pro"), "stance"),
        (choice("x3", 67, 79, "role", "premise"), "to"),
        (choice("x3", 67, 79, "stance", "pro"), "stance"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_named(tmp_path: Path, extra: Item, field: str | None) -> None:
    done = take_in("label-studio", write(tmp_path, task(annotation([*RESULT, extra]))))
    if field is None:  # a sentence's region without any choice is none that was labelled
        assert found_in(done) == (ROWS, SPANS) and "no label" in done.left_out[0]
    else:
        assert field in fields_of(done)


@pytest.mark.parametrize(
    "junk", [3, "x", [3], [{"data": {"article": "harlow"}}], [{"data": {"text": TEXT}}], [{"a": 1}]]
)
def test_what_is_no_export_is_named(tmp_path: Path, junk: Any) -> None:
    assert fields_of(take_in("label-studio", write(tmp_path, junk)))
