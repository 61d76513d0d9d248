"""Small runs to compare, and ways to write changed copies of them."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.compare.as_json import json_pieces
from pipeline.compare.compare import compare, diffs
from pipeline.params import Params

FILES = ("articles", "sentences", "stances", "entities", "quotes", "speakers", "maps")
TEXTS = {
    "harbor": (
        "Mayor Ana Ruiz said the sanctuary rule keeps families safe. "
        "“Our officers will not ask for papers,” she told the council.\n"
        "Sheriff Bo Tran called the rule dangerous because it shields criminals from deportation. "
        "“It must go,” Tran said on Monday in Harbor City.\n"
    ),
    "ridge": (
        "Senator Cy Vale wants to end sanctuary cities. Vale said they put every neighborhood at risk.\n"
        "The Ridge Council said that immigrants trust the police more under the policy.\n"
    ),
}
Run = dict[str, list[dict[str, Any]]]
Diff = Callable[[Run, Run], dict[str, Any]]


def read_run(folder: Path) -> Run:
    """Read the files that are compared, as plain values."""
    return {name: [json.loads(x) for x in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()] for name in FILES}


def write_run(run: Run, folder: Path) -> Path:
    """Write them again."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in run.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return folder


def diff_folders(before: Path, after: Path) -> dict[str, Any]:
    """Compare two folders; give what `--json` prints."""
    spool = io.StringIO()
    totals = compare(before, after, spool)
    found: dict[str, Any] = json.loads("".join(json_pieces(totals, diffs(spool))))
    return found


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory, params: Params) -> Run:
    """A run over two short articles."""
    from pipeline.run.run_all import run_all

    folder = tmp_path_factory.mktemp("analysed")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    run_all([str(folder)], folder / "out", params)
    return read_run(folder / "out")


@pytest.fixture(scope="session")
def diff(tmp_path_factory: pytest.TempPathFactory) -> Diff:
    """Compare two runs that are given as values."""
    folder = tmp_path_factory.mktemp("diff")

    def both(before: Run, after: Run) -> dict[str, Any]:
        return diff_folders(write_run(before, folder / "before"), write_run(after, folder / "after"))

    return both
