"""JSON_MIN, which keeps less: read where nothing is lost, refused where it is."""

import json
from pathlib import Path
from typing import Any

import pytest
from harlow import TEXT, fields_of, found_in, take_in

Item = dict[str, Any]
DATA = {"article": "harlow", "title": "Harlow", "source": None, "genre": "local", "published": None, "text": TEXT}


def write(tmp_path: Path, records: list[Item]) -> Path:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(records), "utf-8")
    return path


def small(**more: Any) -> Item:
    """A record of JSON_MIN: choices on regions come as bare values, and a single one without its list."""
    spans = [{"start": a, "end": b, "text": TEXT[a:b], "labels": ["sentence"]} for a, b in [(0, 37), (67, 79)]]
    return {
        **DATA,
        "id": 7,
        "span": spans,
        "stance": ["anti", "neutral"],
        "annotator": 1,
        "annotation_id": 31,
        "lead_time": 3,
        **more,
    }


def test_the_short_export_is_read_where_every_sentence_has_its_value(tmp_path: Path) -> None:
    done = take_in("label-studio", write(tmp_path, [small()]))
    assert [(row.start, row.stance) for row in found_in(done)[0]] == [(0, "anti"), (67, "neutral")]
    assert done.people == ["1"]
    assert done.readings[0].card.partial


def test_the_short_export_with_offsets_is_read(tmp_path: Path) -> None:
    roles = [{"start": 0, "end": 37, "choices": ["claim"]}]
    issue = [{"start": 0, "end": 37, "choices": ["attacks"]}]
    said = [{"start": 0, "end": 37, "text": ["Ana Ruiz"]}]
    rows, _ = found_in(take_in("label-studio", write(tmp_path, [small(role=roles, issue=issue, speaker=said)])))
    assert (rows[0].role, rows[0].rel, rows[0].speaker) == ("claim", "attacks", "Ana Ruiz")


@pytest.mark.parametrize(
    "more", [{"role": "claim"}, {"speaker": ["Ana Ruiz"]}, {"role": [{"start": 1, "end": 2, "choices": ["claim"]}]}]
)
def test_the_short_export_is_refused_where_nobody_can_tell_whose_a_value_is(tmp_path: Path, more: Item) -> None:
    done = take_in("label-studio", write(tmp_path, [small(**more)]))
    assert fields_of(done) == list(more)
    assert "JSON" in done.problems[0].fix
