"""How far any number of readers agree: kappa of pairs, Krippendorff's alpha over all, label by label."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np

from pipeline.errors import MissingArtifactError, UsageError
from pipeline.evaluation.agreement import LAYERS, compare
from pipeline.evaluation.stance import f1
from pipeline.gold.corpus import AnnotatedArticle, Row, read_article, read_cards

Place = tuple[str, int]  # an article and where a row begins
Labels = Sequence[tuple[str | None, ...]]  # one tuple a row, one label a reader; None where a reader has no such row
NOBODY = "(nobody)"


@dataclass(frozen=True, slots=True)
class Readings:
    """The articles that all of some readers have read, by reader."""

    readers: tuple[str, ...]
    articles: tuple[tuple[AnnotatedArticle, ...], ...]  # by article, then by reader

    def rows(self) -> dict[Place, tuple[Row | None, ...]]:
        """Give the readers' rows by place, in order."""
        found: dict[Place, list[Row | None]] = {}
        for readings in self.articles:
            starts = sorted({row.start for a in readings for row in a.rows})
            by_start = [{row.start: row for row in a.rows} for a in readings]
            for start in starts:
                found[readings[0].card.id, start] = [rows.get(start) for rows in by_start]
        return {place: tuple(rows) for place, rows in found.items()}


def read_readings(folder: Path, texts: Path, readers: Sequence[str]) -> Readings:
    """Read the articles that all readers have.

    Raises:
        UsageError: less than two readers are named, or one twice.
        MissingArtifactError: they share no article.
    """
    if len(set(readers)) != len(readers) or len(readers) < 2:
        raise UsageError(f"readers {', '.join(readers)}", str(folder), "name two or more, each once")
    cards = [c for c in read_cards(folder) if all((folder / r / f"{c.id}.jsonl").exists() for r in readers)]
    if not cards:
        raise MissingArtifactError(
            "the readers share no article", str(folder), f"check the names {', '.join(map(repr, readers))}"
        )
    return Readings(tuple(readers), tuple(tuple(read_article(folder, texts, c, r) for r in readers) for c in cards))


def agreement_of(readings: Readings) -> dict[str, Any]:
    """Give the agreement on every layer: over all readers, by label, and pair by pair."""
    rows = list(readings.rows().values())
    layers = {layer: [tuple(_label(row, layer) for row in found) for found in rows] for layer in (*LAYERS, "speaker")}
    pairs = list(combinations(range(len(readings.readers)), 2))
    return {
        "readers": list(readings.readers),
        "articles": len(readings.articles),
        "rows": len(rows),
        "alpha": {layer: alpha(labels) for layer, labels in layers.items()},
        "by_label": {layer: by_label(layers[layer]) for layer in LAYERS},
        "pairs": {
            f"{readings.readers[a]}, {readings.readers[b]}": {
                **compare([(found[a], found[b]) for found in readings.articles]),
                "confusion": {layer: confusion(layers[layer], a, b) for layer in LAYERS},
            }
            for a, b in pairs
        },
    }


def _label(row: Row | None, layer: str) -> str | None:
    if row is None:
        return None
    value = getattr(row, layer)
    return NOBODY if value is None else str(value)


def alpha(labels: Labels) -> float:
    """Give Krippendorff's alpha for nominal labels (2004); 1 where all use one and the same label."""
    compared = [row for row in labels if sum(label is not None for label in row) > 1]
    used = sorted({label for row in compared for label in row if label is not None})
    if len(used) < 2:
        return 1.0
    number = {label: float(n) for n, label in enumerate(used)}
    data = np.array([[np.nan if v is None else number[v] for v in row] for row in compared]).T
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def by_label(labels: Labels) -> dict[str, dict[str, float]]:
    """Give for each label how often it is used, its alpha against all others, and the F1 of pairs of readers."""
    out: dict[str, dict[str, float]] = {}
    for label in sorted({value for row in labels for value in row if value is not None}):
        both, one = 0, 0
        for row in labels:
            for a, b in combinations([v for v in row if v is not None], 2):
                both += a == b == label
                one += (a == label) != (b == label)
        out[label] = {
            "used": sum(row.count(label) for row in labels),
            "alpha": alpha([tuple(None if v is None else str(v == label) for v in row) for row in labels]),
            "f1": f1(both, one, 0),
        }
    return out


def confusion(labels: Labels, first: int, second: int) -> dict[str, dict[str, int]]:
    """Count the second reader's labels by the first's, over the rows that both have."""
    counts = Counter((row[first], row[second]) for row in labels if row[first] is not None and row[second] is not None)
    used = sorted({label for pair in counts for label in pair if label is not None})
    return {a: {b: counts[a, b] for b in used} for a in used}
