"""`argmap annotate queue` on the outputs of a run."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import UsageError
from pipeline.gold.corpus import Card
from pipeline.records.jsonl import dump_line


def queue(*words: object) -> list[dict[str, Any]]:
    done = CliRunner().invoke(app, ["annotate", "queue", *map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def annotated(folder: Path, article: str, partial: bool, spans: list[tuple[int, int]]) -> None:
    card = Card(
        id=article, split="train", origin="real", title=None, source=None, genre=None, published=None, partial=partial
    )
    row = {"kind": "body", "stance": "pro", "speaker": None, "quote": "none", "role": "none", "to": None, "rel": None}
    (folder / "adjudicated").mkdir(parents=True)
    (folder / "articles.jsonl").write_text(dump_line(card) + "\n")
    lines = [json.dumps({"start": a, "end": b, **row}) for a, b in spans]
    (folder / "adjudicated" / f"{article}.jsonl").write_text("\n".join(lines))


def test_lines_say_where_and_why_and_are_the_same_again(run_on_seeds: Path, tmp_path: Path) -> None:
    found = queue("--out", run_on_seeds, "--annotations", tmp_path, "--sentences", 12)
    texts = {a["id"]: a["text"] for a in map(json.loads, (run_on_seeds / "articles.jsonl").read_text().splitlines())}
    assert len(found) == 12
    for line in found:
        assert texts[line["article"]][line["start"] : line["end"]] == line["text"]
        assert line["why"]
    scores = [line["score"] for line in found]
    assert scores == sorted(scores, reverse=True)
    queue("--out", run_on_seeds, "--annotations", tmp_path, "--sentences", 12, "--to", tmp_path / "q.jsonl")
    assert [json.loads(line) for line in (tmp_path / "q.jsonl").read_text().splitlines()] == found


def test_what_is_annotated_is_left_out_wholly_or_in_part(run_on_seeds: Path, tmp_path: Path) -> None:
    first = queue("--out", run_on_seeds, "--annotations", tmp_path, "--sentences", 1)[0]
    article, start, end = first["article"], first["start"], first["end"]
    annotated(tmp_path / "part", article, True, [(start, end)])
    left = queue("--out", run_on_seeds, "--annotations", tmp_path / "part", "--sentences", 500)
    assert (article, start) not in {(line["article"], line["start"]) for line in left}
    assert article in {line["article"] for line in left}
    annotated(tmp_path / "whole", article, False, [(start, end)])
    left = queue("--out", run_on_seeds, "--annotations", tmp_path / "whole", "--articles", 9)
    assert len({line["article"] for line in left}) == 4
    assert article not in {line["article"] for line in left}


def test_a_sentence_that_is_annotated_in_another_article_is_left_out(run_on_seeds: Path, tmp_path: Path) -> None:
    first = queue("--out", run_on_seeds, "--annotations", tmp_path, "--sentences", 1)[0]
    annotated(tmp_path, "copy", False, [(0, len(first["text"]))])
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "copy.txt").write_text(first["text"])
    left = queue("--out", run_on_seeds, "--annotations", tmp_path, "--sentences", 500)
    assert left
    assert first["text"] not in {line["text"] for line in left}


def test_near_copies_of_an_article_are_left_out(run_on_seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(run_on_seeds, out)
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
    articles[1]["duplicate_of"] = articles[0]["id"]
    (out / "articles.jsonl").write_text("".join(json.dumps(a) + "\n" for a in articles))
    found = queue("--out", out, "--annotations", tmp_path, "--articles", 9)
    assert {line["article"] for line in found} == {a["id"] for a in articles} - {articles[1]["id"]}


def test_a_run_with_nothing_left_and_two_ways_to_count_are_refused(run_on_seeds: Path) -> None:
    with pytest.raises(UsageError, match="not annotated"):
        queue("--out", run_on_seeds, "--annotations", Path(__file__).resolve().parents[3] / "annotations")
    with pytest.raises(UsageError, match="exclude"):
        queue("--out", run_on_seeds, "--sentences", 1, "--articles", 1)
