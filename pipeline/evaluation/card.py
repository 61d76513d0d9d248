"""The model's card (models/card.json): what it was trained on, with which numbers, and how well it does."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.analysis.training import LabelledExample
from pipeline.gold.corpus import AnnotatedArticle
from pipeline.params import Params
from pipeline.records import Provenance
from pipeline.records.jsonl import atomic, dump_line, plain

SHOWN = ("articles", "rows", "macro_f1", "macro_f1_interval", "accuracy", "pro_anti_swaps", "calibration_error")
SHORT = 16  # hexadecimal digits that tell one reading of an article from another


def write_card(
    path: Path,
    provenance: Provenance,
    fitted: Sequence[AnnotatedArticle],
    learnt: Sequence[LabelledExample],
    scores: Mapping[str, Mapping[str, Any]],
    params: Params,
) -> None:
    """Write the card; `scores` are the stance scores by name, `fitted` the articles that the model learnt from."""
    readings = {article.card.id: reading_of(article) for article in fitted}
    card = {
        "made_by": provenance,
        "trained_on": {
            "annotations_sha256": _hash(f"{a} {reading}" for a, reading in readings.items()),
            "articles": len(readings),
            "sentences": len(learnt),
            "labels": dict(sorted(Counter(e.stance for e in learnt).items())),
            "readings": {a: reading[:SHORT] for a, reading in readings.items()},
        },
        "params": {"train": params.train.model_dump(), "stance": params.stance.model_dump()},
        "scores": {name: {key: found[key] for key in SHOWN if key in found} for name, found in scores.items()},
    }
    with atomic(path) as out:
        out.write(json.dumps(plain(card), indent=1, ensure_ascii=False) + "\n")


def reading_of(article: AnnotatedArticle) -> str:
    """Hash an article's text and rows: another text or another label gives another value."""
    return _hash([article.raw.sha256, *map(dump_line, article.rows)])


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
