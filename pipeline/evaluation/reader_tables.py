"""The agreement of readers as Markdown tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.gold.corpus import ATTRIBUTION

SPANS = ("sentence_f1", "entity_f1", "same_speaker", "same_target")


def tables(found: Mapping[str, Any]) -> list[str]:
    """Give the agreement as Markdown: alphas and kappas, labels, and who confuses what."""
    pairs = found["pairs"]
    head = ["layer", "alpha", *(f"kappa: {names}" for names in pairs)]
    lines = [f"{found['articles']} articles, {found['rows']} rows, readers {', '.join(found['readers'])}", ""]
    lines += _table(head, [
        [layer, value, *(p["kappa"].get(layer) for p in pairs.values())] for layer, value in found["alpha"].items()
    ])  # fmt: skip
    rows = [[name, *(p[name] for p in pairs.values())] for name in SPANS]
    rows += [[f"attribution F1: {part}", *(p["attribution_f1"][part] for p in pairs.values())] for part in ATTRIBUTION]
    lines += ["", *_table(["spans", *pairs], rows)]
    for layer, labels in found["by_label"].items():
        lines += [
            "",
            *_table([layer, "used", "alpha", "F1"], [[n, s["used"], s["alpha"], s["f1"]] for n, s in labels.items()]),
        ]
    for names, pair in pairs.items():
        for layer, counts in pair["confusion"].items():
            lines += ["", *_table([f"{layer}: {names}", *counts], [[n, *row.values()] for n, row in counts.items()])]
    return lines


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> list[str]:
    def cell(value: object) -> str:
        return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)

    return [f"| {' | '.join(map(cell, row))} |" for row in (head, ["---"] * len(head), *rows)]
