"""Tables for `dvc plots`: calibration, risk and coverage, confusion, learning curve."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.evaluation.results import CROSSED, IN_PART, OUTLETS, TEST
from pipeline.evaluation.stance import Judged, reliability, risk_coverage
from pipeline.records.jsonl import DECIMALS, atomic

PLOTTED = (TEST, IN_PART, CROSSED, OUTLETS)


def write_tables(
    folder: Path, sets: Mapping[str, Sequence[Judged]], curve: Sequence[Mapping[str, float]], bins: int
) -> None:
    """Write one CSV a plot; each row names the set that it belongs to."""
    plotted = [(name, sets[name]) for name in PLOTTED if sets.get(name)]
    _write(
        folder / "calibration.csv",
        ["set", "score", "accuracy", "count"],
        [(name, b["score"], b["accuracy"], b["count"]) for name, rows in plotted for b in reliability(rows, bins)],
    )
    _write(
        folder / "risk_coverage.csv",
        ["set", "coverage", "accuracy"],
        [(name, p["coverage"], p["accuracy"]) for name, rows in plotted for p in risk_coverage(rows)],
    )
    _write(
        folder / "confusion.csv",
        ["set", "actual", "predicted"],
        [(name, r.gold, r.label) for name, rows in plotted for r in rows],
    )
    _write(
        folder / "learning_curve.csv",
        ["set", "articles", "macro_f1"],
        [(name, p["articles"], p[name]) for name in (TEST, CROSSED) for p in curve],
    )


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with atomic(path) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[round(v, DECIMALS) if isinstance(v, float) else v for v in row] for row in rows])
