"""Renew the figures of README.md: `python bench/figures.py` from the project's root, minutes.

The seeds' table comes from metrics/evaluation.json, the other one from ../shared/bench (real articles that are measured
only); where that folder is absent its table stays as it is.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

README = Path("README.md")
METRICS = Path("metrics/evaluation.json")
BENCH = Path("../shared/bench/run_bench.py")
Row = tuple[str, str]


def main() -> None:
    """Rewrite the blocks between the README's markers."""
    text = README.read_text(encoding="utf-8")
    text = renewed(text, "seeds", seed_rows(json.loads(METRICS.read_text(encoding="utf-8"))))
    if BENCH.exists():
        done = subprocess.run([sys.executable, str(BENCH)], capture_output=True, text=True, check=True)  # noqa: S603
        text = renewed(text, "bench", bench_rows(json.loads(done.stdout)))
    README.write_text(text, encoding="utf-8")


def renewed(text: str, name: str, rows: Iterable[Row]) -> str:
    """Put a Markdown table between `<!-- name -->` and `<!-- /name -->`."""
    table = "| | |\n|---|---|\n" + "".join(f"| {label} | {value} |\n" for label, value in rows)
    return re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: m[1] + table + m[2], text, flags=re.DOTALL)


def seed_rows(scores: dict[str, Any]) -> list[Row]:
    """Choose what the README tells of the seeds."""
    test, others, argument = scores["test"], scores["stance"], scores["argument"]
    readers = argument["readers"]
    stance = test["stance"]
    low, high = stance["macro_f1_interval"]
    beside = (others[f"test: {name}"]["macro_f1"] for name in ("reader", "TF-IDF", "majority"))
    return [
        ("sentence spans, F1", f"{test['sentences']['f1']:.3f}"),
        ("kinds of rows, accuracy", f"{test['kind_accuracy']:.3f}"),
        ("named entities, F1", f"{test['entities_named']['f1']:.3f}"),
        ("speaker of a sentence, accuracy", f"{test['speaker_accuracy']:.3f}"),
        ("stance, macro-F1 (95 % by bootstrap)", f"{stance['macro_f1']:.3f} ({low:.2f}–{high:.2f})"),
        ("the same: a second reader, TF-IDF, majority", ", ".join(f"{f1:.3f}" for f1 in beside)),
        ("stance, pro/anti swaps", f"{stance['pro_anti_swaps']:.3f}"),
        ("stance, accuracy on the surest 70 %", f"{stance['accuracy_on_surest_70_percent']:.3f}"),
        ("stance, calibration error", f"{stance['calibration_error']:.3f}"),
        ("nodes of the map, F1", f"{argument['test']['f1']:.3f}"),
        (
            "claim or premise: right, two readers",
            f"{argument['test']['type_accuracy']:.3f}, {readers['same_type']:.3f}",
        ),
        (
            f"what a premise serves: right, two readers ({argument['test']['premises']} premises)",
            f"{argument['test']['premise_target']:.3f}, {readers['same_target']:.3f}",
        ),
    ]


def bench_rows(scores: dict[str, Any]) -> list[Row]:
    """Choose what the README tells of the annotated real articles and of PolNeAR's development split."""
    maps, said = scores["articles"], scores["attribution"]
    recalls = " / ".join(f"{said['recall_by_type'][kind]['0.5']:.2f}" for kind in ("direct", "mixed", "indirect"))
    return [
        ("sentence spans, F1", f"{maps['sentence_span_f1']:.3f}"),
        ("speaker of a sentence: right, false, unknown", _three(maps)),
        ("stance, macro-F1", f"{maps['stance_macro_f1']:.3f}"),
        ("stance, pro/anti swaps", f"{maps['stance_pro_anti_swaps']:.3f}"),
        ("stance, accuracy on the surest 70 %", f"{maps['stance_accuracy_on_surest_70_percent']:.3f}"),
        ("stance, calibration error", f"{maps['stance_calibration_error']:.3f}"),
        ("nodes of the map, F1", f"{maps['argument_f1']:.3f}"),
        ("claim or premise: right", f"{maps['argument_type_accuracy']:.3f}"),
        ("what a premise serves: right, where both ends were found", _two(maps)),
        ("PolNeAR: content F1 at overlap .5", f"{said['content']['0.5']['f1']:.3f}"),
        ("PolNeAR: recall direct / mixed / indirect", recalls),
        ("PolNeAR: source right", f"{said['source']['overlap']:.3f}"),
        ("PolNeAR: attribution F1", f"{said['attribution']['f1']:.3f}"),
    ]


def _two(maps: dict[str, Any]) -> str:
    names = ("premise_target_accuracy", "premise_target_accuracy_where_both_ends_found")
    return ", ".join(f"{maps[name]:.3f}" for name in names)


def _three(maps: dict[str, Any]) -> str:
    names = ("speaker_accuracy", "speaker_false_rate", "speaker_unknown_rate")
    return ", ".join(f"{maps[name]:.3f}" for name in names)


if __name__ == "__main__":
    main()
