"""Scores of two evaluations side by side."""

from pipeline.evaluation.scores import compare_scores
from pipeline.evaluation.told import score_table

SCORES = {"test": {"stance": {"macro_f1": 0.5, "macro_f1_interval": [0.4, 0.6]}}}


def test_scores_that_both_have_are_compared_with_intervals() -> None:
    later = {"test": {"stance": {"macro_f1": 0.75}, "speaker_accuracy": 1}}
    (found,) = compare_scores(SCORES, later)
    assert score_table([found])[-1].endswith("| 0.500 (0.40 to 0.60) | 0.750 | +0.250 |")
