"""Tables for `dvc plots`: calibration, risk and coverage, confusion."""

import csv
from collections.abc import Sequence
from pathlib import Path

from pipeline.evaluation.stance import Judged, reliability, risk_coverage
from pipeline.records.jsonl import DECIMALS, atomic


def write_tables(folder: Path, sets: dict[str, Sequence[Judged]], bins: int) -> None:
    """Write one CSV a plot; each row names the set that it belongs to."""
    _write(
        folder / "calibration.csv",
        ["set", "score", "accuracy", "count"],
        [(name, b["score"], b["accuracy"], b["count"]) for name, rows in sets.items() for b in reliability(rows, bins)],
    )
    _write(
        folder / "risk_coverage.csv",
        ["set", "coverage", "accuracy"],
        [(name, p["coverage"], p["accuracy"]) for name, rows in sets.items() if rows for p in risk_coverage(rows)],
    )
    _write(
        folder / "confusion.csv",
        ["set", "actual", "predicted"],
        [(name, r.gold, r.label) for name, rows in sets.items() for r in rows],
    )


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with atomic(path) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[round(v, DECIMALS) if isinstance(v, float) else v for v in row] for row in rows])
