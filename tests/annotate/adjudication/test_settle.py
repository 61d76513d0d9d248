"""What readers differ on is written out, filled by a person, and taken over whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import ArgmapError, UsageError

TEXT = "Limits keep us safe, Ana Ruiz said. They cost a lot, Tom Lund said. The vote is Tuesday."
CARD = {"id": "a", "split": "train", "origin": "authored", "title": None, "source": None, "genre": None}
ROWS: list[dict[str, Any]] = [
    {"start": 0, "end": 35, "kind": "body", "stance": "pro", "speaker": "Ana Ruiz", "quote": "indirect",
     "role": "claim", "to": "issue", "rel": "supports"},
    {"start": 36, "end": 67, "kind": "body", "stance": "anti", "speaker": "Tom Lund", "quote": "indirect",
     "role": "premise", "to": 0, "rel": "attacks"},
    {"start": 68, "end": 88, "kind": "body", "stance": "neutral", "speaker": None, "quote": "none",
     "role": "none", "to": None, "rel": None},
]  # fmt: skip
CLAIM = {"role": "claim", "to": "issue"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two readers who differ on what the second row is."""
    path = tmp_path / "annotations"
    (path / "articles").mkdir(parents=True)
    (path / "articles" / "a.txt").write_text(TEXT)
    (path / "articles.jsonl").write_text(json.dumps(CARD | {"published": None}))
    write(path / "ann", ROWS)
    write(path / "ben", [ROWS[0], ROWS[1] | CLAIM, ROWS[2]])
    return path


def write(reader: Path, rows: list[dict[str, Any]]) -> None:
    reader.mkdir(exist_ok=True)
    (reader / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def call(command: str, *words: object, folder: Path) -> Result:
    arguments = ["annotate", command, *map(str, words), "--annotations", str(folder)]
    done = CliRunner().invoke(app, arguments)
    if isinstance(done.exception, ArgmapError):
        raise done.exception
    return done


def asked(folder: Path) -> list[dict[str, Any]]:
    path = folder.parent / "q.jsonl"
    assert call("agreement", "ann", "ben", "--to", path, folder=folder).exit_code == 0
    return [json.loads(line) for line in path.read_text().splitlines()]


def settle(folder: Path, lines: list[dict[str, Any]]) -> Result:
    path = folder.parent / "q.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return call("adjudicate", path, folder=folder)


def settled(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "adjudicated" / "a.jsonl").read_text().splitlines()]


def test_only_rows_that_differ_are_asked_with_all_labels(folder: Path) -> None:
    (line,) = asked(folder)
    assert (line["start"], line["differ"]) == (36, ["role", "to"])
    assert line["text"] == "They cost a lot, Tom Lund said."
    assert (line["readings"]["ann"]["to"], line["readings"]["ben"]["to"]) == (0, "issue")
    assert (line["decided"]["stance"], line["decided"]["role"], line["decided"]["to"]) == ("anti", "?", "?")


def test_a_settled_row_and_the_agreed_ones_become_the_annotation(folder: Path) -> None:
    (line,) = asked(folder)
    line["decided"] |= CLAIM
    assert settle(folder, [line]).exit_code == 0
    assert settled(folder) == [ROWS[0], ROWS[1] | CLAIM, ROWS[2]]
    with pytest.raises(UsageError, match="already"):
        settle(folder, [line])
    assert asked(folder) == []  # and its rows are asked no more


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "q.jsonl:1:decided.role: not decided"),
        ({"role": "clam", "to": "issue"}, "q.jsonl:1:decided.role: Input should be"),
        (CLAIM | {"speaker": "?"}, "q.jsonl:1:decided.speaker: not decided"),
        (CLAIM | {"keep": "no"}, "q.jsonl:1:decided.keep: Input should be"),
        ({"role": "premise", "to": 7}, "q.jsonl:1:to: no row begins at 7"),
        (CLAIM | {"rel": "supports"}, "q.jsonl:1:rel: a anti claim attacks the issue"),
        (CLAIM | {"end": 500}, "q.jsonl:1:end: 36-500 is not inside"),
    ],
)
def test_a_fault_is_named_by_line_and_field_and_nothing_is_written(
    folder: Path, change: dict[str, Any], said: str
) -> None:
    (line,) = asked(folder)
    line["decided"] |= change
    done = settle(folder, [line])
    assert done.exit_code == 1
    assert said in done.output
    assert not (folder / "adjudicated").exists()


def test_lines_that_are_missing_strange_or_of_older_readings_are_faults(folder: Path) -> None:
    (line,) = asked(folder)
    line["decided"] |= CLAIM
    assert "no such row is in question" in settle(folder, [line, line | {"start": 0}]).output
    assert "is missing" in settle(folder, [line | {"start": 0}]).output
    write(folder / "ben", [ROWS[0], ROWS[1] | CLAIM | {"speaker": None}, ROWS[2]])
    assert "the readings have changed" in settle(folder, [line]).output
    with pytest.raises(ArgmapError, match=r"q.jsonl:1:start: no start"):
        settle(folder, [line | {"start": [36]}])
    with pytest.raises(ArgmapError, match="same row as line 1"):
        settle(folder, [line, line])
    with pytest.raises(UsageError, match="nothing to settle"):
        settle(folder, [])


def test_a_row_that_one_reader_alone_has_is_kept_or_dropped_and_targets_follow(folder: Path) -> None:
    write(folder / "ann", [ROWS[0] | {"end": 20}, ROWS[0] | {"start": 21, "role": "premise", "to": 0}, *ROWS[1:]])
    write(folder / "ben", [ROWS[0] | {"end": 20}, *ROWS[1:]])
    (line,) = asked(folder)
    assert (line["differ"], line["decided"]["keep"], line["readings"]["ben"]) == (["keep"], "?", None)
    line["decided"]["keep"] = True
    assert settle(folder, [line]).exit_code == 0
    assert [row["to"] for row in settled(folder)] == ["issue", 0, 0, None]
