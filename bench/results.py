"""Renew docs/results.md and every figure of the documents: `python bench/results.py` from the project's root (`make bench`).

Runs the scorers of ../shared/bench where that folder exists (two minutes), reads metrics/evaluation.json, and takes what
other measurements left in bench/out (pace.json, again.json, scale.json; see left.py) and in docs/reliability.md. What is not measured now keeps its
last figure in docs/results.json, which holds the figures of every version; bench/results.tsv says which figures there are,
their goals, and what people and peers reach.
"""

import json
import re
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
    if RELIABILITY.exists():
        sources |= reliability(RELIABILITY.read_text(encoding="utf-8"))
    if BENCH.exists():
        done = subprocess.run([sys.executable, str(BENCH)], stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
        scores = json.loads(done.stdout)
        sources |= {"bench": scores["articles"], "polnear": scores["attribution"]}
    for name in sorted({line.split("\t")[1].partition(".")[0] for line in _lines(ROWS)} - set(sources)):
        print(f"not measured now: {name}", file=sys.stderr)  # noqa: T201
    return sources


def reliability(text: str) -> dict[str, dict[str, float]]:
    """Read what the long series (`make faults`, `make fuzz`) and the table of bad inputs count."""
    section = text.partition("## Bad input\n")[2].partition("\n## ")[0]
    found: dict[str, dict[str, float]] = {
        "inputs": {"kinds": section.count(".py |\n")}
    }  # held by tests/test_bad_inputs.py
    if total := re.search(r"^\| all \| (\d+) \| (\d+) \| \d+ \|$", text, re.MULTILINE):
        found["faults"] = {"tried": int(total[1]), "share": int(total[2]) / int(total[1])}
    counts = {
        name: int(n) for name, n in re.findall(r"^\| (tried|survived|lost)\b[^|]*\| (\d+) \|$", text, re.MULTILINE)
    }
    if counts.keys() == {"tried", "survived", "lost"}:
        found["fuzz"] = {
            "articles": counts["tried"],
            "share": counts["survived"] / (counts["survived"] + counts["lost"]),
        }
    return found


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
