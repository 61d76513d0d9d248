"""The table of a run tells what holds across its articles."""

import json
import shutil
from pathlib import Path

from pipeline.report.summary import summarize


def test_points_and_actors_are_counted(run_on_seeds: Path) -> None:
    rows = dict(summarize(run_on_seeds))
    claims = [json.loads(line) for line in (run_on_seeds / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    points = [sum(c["point"] is not None and c["stance"] == side for c in claims) for side in ("pro", "anti")]
    assert rows["points made pro / anti"] == f"{points[0]} / {points[1]}"
    actors = (run_on_seeds / "actors.jsonl").read_text(encoding="utf-8").splitlines()
    several = sum(len(json.loads(a)["appearances"]) > 1 for a in actors)
    assert rows["actors by name"] == f"{len(actors)}, {several} of them in several articles"


def test_failures_are_counted_where_there_are_any(run_on_seeds: Path, tmp_path: Path) -> None:
    assert "inputs that failed" not in dict(summarize(run_on_seeds))
    out = shutil.copytree(run_on_seeds, tmp_path / "out")
    failure = {"input": "a.csv:3:published", "error": "no date", "fix": "write one"}
    (out / "failures.jsonl").write_text(json.dumps(failure) + "\n")
    assert dict(summarize(out))["inputs that failed"] == "1, see failures.jsonl"
