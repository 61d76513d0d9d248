"""The table of a run tells what holds across its articles."""

import json
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
