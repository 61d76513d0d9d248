"""The scores of two evaluations side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SCORES = {
    "stance, macro-F1 on articles never fitted": ("test", "stance", "macro_f1"),
    "stance, macro-F1 in cross-validation": ("stance", "cross_validation", "macro_f1"),
    "stance, macro-F1 on articles annotated in part": ("stance", "in_part", "macro_f1"),
    "stance, pro/anti swaps": ("test", "stance", "pro_anti_swaps"),
    "stance, accuracy on the surest 70 %": ("test", "stance", "accuracy_on_surest_70_percent"),
    "stance, calibration error": ("test", "stance", "calibration_error"),
    "speaker of a sentence, accuracy": ("test", "speaker_accuracy"),
    "attributions, F1": ("test", "quotes", "attribution_f1"),
    "named entities, F1": ("test", "entities_named", "f1"),
    "nodes of maps, F1": ("argument", "test", "f1"),
    "targets of premises": ("argument", "test", "premise_target"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """One score before and after, with the 95 % intervals where there are any."""

    name: str
    before: float
    after: float
    intervals: tuple[list[float] | None, list[float] | None]


def compare_scores(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Score]:
    """List the scores that both evaluations have."""
    found: list[Score] = []
    for name, path in SCORES.items():
        old, new = _at(before, path), _at(after, path)
        if isinstance(old, float | int) and isinstance(new, float | int):
            around = (*path[:-1], f"{path[-1]}_interval")
            found.append(Score(name, old, new, (_at(before, around), _at(after, around))))
    return found


def _at(scores: Any, path: Sequence[str]) -> Any:
    for key in path:
        scores = scores.get(key) if isinstance(scores, Mapping) else None
    return scores
