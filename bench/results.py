"""Renew docs/results.md and every figure of the documents: `python bench/results.py` from the project's root (`make bench`).

Runs the scorers of ../shared/bench where that folder exists (two minutes), reads metrics/evaluation.json, and takes what
other measurements left in bench/out (pace.json, faults.json, fuzz.json; see left.py). What is not measured now keeps its
last figure in docs/results.json, which holds the figures of every version; bench/results.tsv says which figures there are,
their goals, and what people and peers reach.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from results_page import Figure, beside, in_short, page, renewed

from pipeline.version import __version__

ROWS, HISTORY = Path("bench/results.tsv"), Path("docs/results.json")
RELIABILITY = Path("docs/reliability.md")
METRICS, BENCH, OUT = Path("metrics/evaluation.json"), Path("../shared/bench/run_bench.py"), Path("bench/out")
VERSION = __version__.rpartition(".")[0]


def main() -> None:
    """Measure, remember, write; end with 1 where a figure falls short and nobody has said why."""
    figures = [Figure(*line.split("\t")) for line in _lines(ROWS)]
    sources = measured()
    history: dict[str, dict[str, float]] = json.loads(HISTORY.read_text(encoding="utf-8"))
    now = history.setdefault(VERSION, {})
    for figure in figures:
        found = find(sources, figure.key)
        if found is not None:
            now[figure.key] = round(found, 3)
    history[VERSION] = {figure.key: now[figure.key] for figure in figures if figure.key in now}
    HISTORY.write_text(json.dumps(history, indent=1) + "\n", encoding="utf-8")
    Path("docs/results.md").write_text(page(figures, history), encoding="utf-8")
    for path, name, rows in (
        (Path("README.md"), "results", in_short(figures, history)),
        (Path("docs/evaluation.md"), "beside", beside(figures, history)),
    ):
        path.write_text(renewed(path.read_text(encoding="utf-8"), name, rows), encoding="utf-8")
    unexplained = [f.name for f in figures if not f.reason and f.falls_short(now.get(f.key))]
    if unexplained:
        sys.exit(f"falls short without a reason in {ROWS}: {'; '.join(unexplained)}")


def measured() -> dict[str, Any]:
    """Gather what there is, by the first part of the keys; say what there is not."""
    sources = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(OUT.glob("*.json"))}
    if METRICS.exists():
        scores = json.loads(METRICS.read_text(encoding="utf-8"))
        sources["seeds"] = scores["test"] | {"argument": scores["argument"]["test"]}
    if RELIABILITY.exists():  # its table is held by tests/test_bad_inputs.py, row by row
        section = RELIABILITY.read_text(encoding="utf-8").partition("## Bad input\n")[2].partition("\n## ")[0]
        sources["inputs"] = {"kinds": section.count(".py |\n")}
    if BENCH.exists():
        done = subprocess.run([sys.executable, str(BENCH)], stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
        scores = json.loads(done.stdout)
        sources |= {"bench": scores["articles"], "polnear": scores["attribution"]}
    for name in sorted({line.split("\t")[1].partition(".")[0] for line in _lines(ROWS)} - set(sources)):
        print(f"not measured now: {name}", file=sys.stderr)  # noqa: T201
    return sources


def find(source: Any, key: str) -> float | None:
    """Look up a key of several parts; a part may itself hold points, as 0.5 does."""
    if not isinstance(source, dict):
        return float(source) if isinstance(source, int | float) and not key else None
    for part in source:
        if key == part or key.startswith(f"{part}."):
            return find(source[part], key[len(part) + 1 :])
    return None


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
