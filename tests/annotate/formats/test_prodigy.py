"""What Prodigy writes: answers, spans and relations with or without our ids, the choice interface."""

import json
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.formats.prodigy_tokens import tokenise

Item = dict[str, Any]
FIRST = ["sentence", "stance:pro", "quote:indirect", "role:claim", "issue:supports", "speaker:Ana Ruiz"]
LABELS = (
    [(0, 37, label) for label in FIRST]
    + [(38, 66, label) for label in ("sentence", "stance:anti", "quote:mixed", "role:premise")]
    + [(67, 79, "stance:neutral"), (2, 21, "content"), (23, 31, "source"), (32, 36, "cue")]
    + [(23, 31, "PERSON"), (38, 49, "content"), (59, 66, "content"), (50, 52, "source")]
)
CUT = tokenise(TEXT, [(a, b) for a, b, _ in LABELS])


def span(start: int, end: int, label: str) -> Item:
    tokens = {"token_start": CUT.beginning[start], "token_end": CUT.ending[end]}
    return {"start": start, "end": end, **tokens, "label": label}


def relation(head: Item, child: Item, label: str, spans: bool = True) -> Item:
    ends: Item = {"head": head["token_end"], "child": child["token_end"], "label": label, "color": "#ffd882"}
    return {**ends, "head_span": head, "child_span": child} if spans else ends


SPANS_HERE = [span(*mark) for mark in LABELS]
SENTENCE = {start: span(start, end, "sentence") for start, end in [(0, 37), (38, 66)]}
RELATIONS = [
    relation(SENTENCE[38], SENTENCE[0], "attacks"),
    relation(span(2, 21, "content"), span(23, 31, "source"), "attribution"),
    relation(span(32, 36, "cue"), span(2, 21, "content"), "attribution"),
    relation(span(38, 49, "content"), span(59, 66, "content"), "attribution"),
    relation(span(38, 49, "content"), span(50, 52, "source"), "attribution"),
]
TASK: Item = {
    "text": TEXT, "meta": {"article": "harlow"}, "tokens": CUT.tokens, "spans": SPANS_HERE, "relations": RELATIONS,
    "answer": "accept", "_input_hash": 1, "_task_hash": 2, "_view_id": "relations", "_session_id": "argmap-ana",
}  # fmt: skip


def write(tmp_path: Path, *records: Any) -> Path:
    path = tmp_path / "db-out.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def test_spans_and_relations_are_read(tmp_path: Path) -> None:
    done = take_in("prodigy", write(tmp_path, TASK))
    assert found_in(done) == (ROWS, SPANS)
    assert done.people == ["argmap-ana"]


def test_a_relation_between_tokens_alone_finds_their_spans(tmp_path: Path) -> None:
    spans = [SENTENCE[0], span(0, 37, "stance:neutral"), span(38, 49, "content"), span(50, 52, "source")]
    ties = [relation(spans[2], spans[3], "attribution", spans=False)]
    _, found = found_in(take_in("prodigy", write(tmp_path, {**TASK, "spans": spans, "relations": ties})))
    assert [(s.type, s.attribution) for s in found] == [("content", 1), ("source", 1)]


@pytest.mark.parametrize("answer", ["reject", "ignore", None])
def test_what_was_not_accepted_is_left_out_and_said(tmp_path: Path, answer: str | None) -> None:
    done = take_in("prodigy", write(tmp_path, {**TASK, "answer": answer}))
    assert (list(done.problems), list(done.readings)) == ([], [])
    assert "harlow" in done.left_out[0]


def test_of_two_sessions_one_is_chosen(tmp_path: Path) -> None:
    other = {**TASK, "_session_id": "argmap-bo", "spans": SPANS_HERE[:2], "relations": []}
    path = write(tmp_path, TASK, other)
    assert fields_of(take_in("prodigy", path)) == ["completed_by"]
    assert found_in(take_in("prodigy", path, "argmap-ana")) == (ROWS, SPANS)


def test_choices_of_sentences_are_put_together(tmp_path: Path) -> None:
    def chosen(start: int, end: int, labels: list[str]) -> Item:
        meta = {"article": "harlow", "start": start, "end": end}
        return {"text": TEXT[start:end], "meta": meta, "accept": labels, "options": [], "answer": "accept"}

    folder = tmp_path / "annotations" / "articles"
    folder.mkdir(parents=True)
    (folder / "harlow.txt").write_bytes(TEXT.encode())
    done = take_in("prodigy", write(tmp_path, chosen(67, 79, ["stance:neutral"]), chosen(0, 37, FIRST[1:])))
    assert found_in(done) == ([ROWS[0], ROWS[2]], [])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"meta": {}}, "meta"),
        ({"text": 3}, "meta"),
        ({"spans": [3], "relations": []}, "spans"),
        ({"spans": [{"start": 0, "label": "x"}], "relations": []}, "label"),
        ({"relations": [relation(span(2, 21, "cue"), SENTENCE[0], "attribution")]}, "head"),
        ({"relations": [{"head": [], "child": {}, "label": "x"}]}, "head"),
        ({"relations": [relation(SENTENCE[38], SENTENCE[0], "doubts")]}, "relation"),
        ({"spans": [*SPANS_HERE, {**SPANS_HERE[0], "end": 500, "label": "LAW"}]}, "end"),
        ({"spans": SPANS_HERE, "relations": RELATIONS[1:]}, "to"),
    ],
)
def test_a_fault_is_named_with_line_and_field(tmp_path: Path, change: Item, field: str) -> None:
    done = take_in("prodigy", write(tmp_path, {**TASK, **change}))
    assert field in fields_of(done)
    assert "db-out.jsonl:1" in done.problems[0].where


@given(text=st.text(), data=st.data())
def test_tokens_make_up_the_text_and_meet_every_span(text: str, data: st.DataObject) -> None:
    spans = []
    for _ in range(3 if text else 0):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append((start, data.draw(st.integers(start + 1, len(text)))))
    cut = tokenise(text, spans)
    assert "".join(t["text"] + " " * t["ws"] for t in cut.tokens) == text
    assert all(text[t["start"] : t["end"]] == t["text"] for t in cut.tokens)
    assert all(a in cut.beginning and b in cut.ending for a, b in spans)
