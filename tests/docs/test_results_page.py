"""docs/results.md says what docs/results.json and bench/results.tsv hold, and why a figure falls short."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = runpy.run_path(str(ROOT / "bench" / "results_page.py"))
Figure = PAGE["Figure"]


@pytest.fixture(scope="module")
def figures() -> list[Any]:
    lines = (ROOT / "bench" / "results.tsv").read_text(encoding="utf-8").splitlines()
    return [Figure(*line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def history() -> dict[str, dict[str, float]]:
    return json.loads((ROOT / "docs" / "results.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_page_is_the_one_that_the_figures_make(figures: list[Any], history: dict[str, dict[str, float]]) -> None:
    assert (ROOT / "docs" / "results.md").read_text(encoding="utf-8") == PAGE["page"](figures, history)


def test_every_figure_that_falls_short_has_its_reason(figures: list[Any], history: dict[str, dict[str, float]]) -> None:
    now = list(history.values())[-1]
    assert [f.name for f in figures if f.falls_short(now.get(f.key)) and not f.reason] == []


def test_a_goal_is_a_least_or_a_most() -> None:
    def figure(goal: str) -> Any:
        return Figure("Speed", "pace.one", "time", goal, "", "", "the disk is slow")

    assert figure(">= .6").falls_short(0.59) and not figure(">= .6").falls_short(0.6)
    assert figure("<= .6").falls_short(0.61) and not figure("<= .6").falls_short(0.6)
    assert not figure("").falls_short(0.1) and not figure("<= .6").falls_short(None)


def test_what_falls_short_is_told_with_its_reason() -> None:
    slow = Figure("Speed", "pace.one", "time", "<= .6", "", "", "the disk is slow")
    page = PAGE["page"]([slow], {"0.9": {}, "1.0": {"pace.one": 0.75}})
    assert "| time | ≤ .6 | 0.750 |  |" in page
    assert "- **Speed, time** (0.750, goal ≤ .6): the disk is slow" in page
