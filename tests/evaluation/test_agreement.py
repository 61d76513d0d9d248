"""Agreement of two readers, against textbook figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.agreement import compare, double_readings, judged_by_reader, kappa
from pipeline.evaluation.readers import read_readings

ROW = {"kind": "body", "speaker": None, "quote": "none", "role": "none", "to": None, "rel": None}
pairs = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


def test_kappa_of_fifty_proposals_read_by_two() -> None:
    # Yes by both 20, no by both 15, one yes 5 and 10: observed .7, by chance .5
    table = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_at_its_ends() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1
    assert kappa([("a", "b"), ("b", "a")]) == -1
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert kappa([("a", "a")]) == kappa([]) == 1


@given(pairs)
def test_kappa_does_not_mind_who_is_first_or_the_order(table: list[tuple[str, str]]) -> None:
    assert kappa(table) == pytest.approx(kappa([(b, a) for a, b in table]))
    assert kappa(table) == pytest.approx(kappa(sorted(table)))
    assert -1 - 1e-9 <= kappa(table) <= 1


def folder_with(path: Path, **readers: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> Path:
    (path / "articles").mkdir(parents=True)
    (path / "articles" / "a.txt").write_text("It helps. It harms. It is.")
    card = {"id": "a", "split": "test", "origin": "real", "title": None, "source": None, "genre": None}
    (path / "articles.jsonl").write_text(json.dumps(card | {"published": None}))
    for reader, (rows, spans) in readers.items():
        (path / reader).mkdir()
        (path / reader / "a.jsonl").write_text("\n".join(json.dumps(ROW | r) for r in rows))
        (path / reader / "a.spans.jsonl").write_text("\n".join(json.dumps(s) for s in spans))
    return path


def agreement(folder: Path, texts: Path, first: str, second: str) -> dict[str, Any]:
    return compare([(a, b) for a, b in read_readings(folder, texts, (first, second)).articles])


def test_two_readers_are_compared_row_by_row(tmp_path: Path) -> None:
    name = {"start": 0, "end": 2, "type": "ORG", "attribution": None}
    one: tuple[list[dict[str, Any]], list[dict[str, Any]]] = (
        [
            {"start": 0, "end": 9, "stance": "pro", "speaker": "Ruiz"},
            {"start": 10, "end": 19, "stance": "anti", "speaker": "Lund"},
            {"start": 20, "end": 26, "stance": "neutral"},
        ],
        [name, {"start": 3, "end": 8, "type": "content", "attribution": 1}],
    )
    two: tuple[list[dict[str, Any]], list[dict[str, Any]]] = (
        [
            {"start": 0, "end": 9, "stance": "pro", "speaker": "Ruiz"},
            {"start": 10, "end": 26, "stance": "neutral"},
        ],
        [name, name | {"start": 10, "end": 12}],
    )
    found = agreement(folder_with(tmp_path / "x", r1=one, r2=two), tmp_path, "r1", "r2")
    assert (found["articles"], found["rows"]) == (1, 2)
    assert found["sentence_f1"] == pytest.approx(2 / 5)  # one of three, one of two
    assert found["kappa"]["stance"] == pytest.approx(1 / 3)  # observed 1/2, by chance 1/4
    assert found["kappa"]["kind"] == 1
    assert found["same_speaker"] == 1 / 2
    assert found["entity_f1"] == pytest.approx(2 / 3)


def test_a_reader_agrees_with_oneself(tmp_path: Path) -> None:
    rows = [{"start": 0, "end": 9, "stance": "pro"}, {"start": 10, "end": 26, "stance": "anti"}]
    found = agreement(folder_with(tmp_path / "x", r1=(rows, []), r2=(rows, [])), tmp_path, "r1", "r2")
    assert set(found["kappa"].values()) == {1}
    assert (found["sentence_f1"], found["same_speaker"]) == (1, 1)


def test_attributions_and_targets_are_compared_part_by_part(tmp_path: Path) -> None:
    claim = {"start": 0, "end": 9, "stance": "pro", "role": "claim", "to": "issue", "rel": "supports"}
    content = {"start": 3, "end": 8, "type": "content", "attribution": 1}
    one = ([claim], [content, content | {"start": 0, "end": 2, "type": "source"}])
    two = ([claim | {"role": "premise"}], [content, content | {"start": 0, "end": 1, "type": "source"}])
    found = agreement(folder_with(tmp_path / "x", r1=one, r2=two), tmp_path, "r1", "r2")
    assert found["attribution_f1"] == {"source": 0.0, "cue": 0.0, "content": 1.0}
    assert found["same_target"] == 1


def test_a_second_reader_is_scored_like_a_classifier_on_what_two_have_read(tmp_path: Path) -> None:
    rows = [{"start": 0, "end": 9, "stance": "pro", "kind": "headline"}, {"start": 10, "end": 19, "stance": "anti"}]
    other = [rows[0], rows[1] | {"stance": "neutral"}, {"start": 20, "end": 26, "stance": "pro"}]
    folder = folder_with(tmp_path / "x", r1=(rows, []), r2=(other, []), adjudicated=(rows, []))
    judged = judged_by_reader(double_readings(folder, tmp_path, "test"))
    assert [(r.gold, r.label, r.voice) for r in judged] == [("pro", "pro", "headline"), ("anti", "neutral", "author")]
    assert double_readings(folder, tmp_path, "train") == []
    assert double_readings(folder_with(tmp_path / "y", r1=(rows, []), adjudicated=(rows, [])), tmp_path, "test") == []
