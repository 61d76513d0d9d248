"""The project's own JSON Lines."""

import json
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in

from pipeline.errors import ArgmapError
from pipeline.records.jsonl import plain

LINE: dict[str, Any] = {"article": "harlow", "title": None, "text": TEXT, "rows": plain(ROWS), "spans": plain(SPANS)}


def write(tmp_path: Path, *lines: Any) -> Path:
    path = tmp_path / "tasks.jsonl"
    path.write_text("".join(json.dumps(line) + "\n\n" for line in lines), "utf-8")
    return path


def test_a_line_is_read(tmp_path: Path) -> None:
    assert found_in(take_in("jsonl", write(tmp_path, LINE))) == (ROWS, SPANS)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": None}, "article"),
        ({"rows": [3]}, "start"),
        ({"rows": [{**plain(ROWS[2]), "end": "79.5"}]}, "start"),
        ({"rows": [{**plain(ROWS[2]), "kind": "poem"}]}, "kind"),
        ({"rows": [{**plain(ROWS[0]), "to": True}]}, "to"),
        ({"spans": [{"start": 0, "end": 4, "type": "LAW"}]}, "attribution"),
        ({"spans": [3]}, "span"),
        ({"spans": plain(SPANS) + plain(SPANS[:1])}, "type"),
    ],
)
def test_a_fault_is_named_with_line_and_field(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    done = take_in("jsonl", write(tmp_path, {**LINE, **change}))
    assert field in fields_of(done)
    assert "tasks.jsonl:1" in done.problems[0].where


def test_an_article_that_is_there_twice_is_named_with_both_places(tmp_path: Path) -> None:
    done = take_in("jsonl", write(tmp_path, LINE, LINE))
    assert fields_of(done) == ["completed_by"] and "1, 3" in done.problems[0].what


@pytest.mark.parametrize(
    ("data", "match"),
    [(b"{", "not JSON"), (b"[]", "not a JSON object"), (b"\xff", "not UTF-8"), (b'{"text": "\\ud83d"}', "surrogate")],
)
def test_what_is_no_json_is_refused(tmp_path: Path, data: bytes, match: str) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_bytes(data)
    with pytest.raises(ArgmapError, match=match):
        take_in("jsonl", path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match=r"gone\.jsonl"):
        take_in("jsonl", tmp_path / "gone.jsonl")
