"""Scores of stance labels against figures worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.stance import (
    Judged,
    calibration_error,
    confusion,
    f1,
    grouped,
    interval,
    macro_f1,
    per_class,
    reliability,
    risk_coverage,
    score,
    threshold_for,
)
from pipeline.params import EvaluateParams
from pipeline.records import STANCES

EVALUATE = EvaluateParams(bootstrap=0, bins=10, stated_accuracy=0.8, seed=0)


def judged(*pairs: tuple[str, str], score: float = 0.9, article: str = "a") -> list[Judged]:
    return [Judged(article, gold, label, score) for gold, label in pairs]


# true \ given:  pro 2, anti 1 | anti 1, neutral 1 | neutral 3, pro 1
NINE = judged(
    *[("pro", "pro")] * 2,
    ("pro", "anti"),
    ("anti", "anti"),
    ("anti", "neutral"),
    *[("neutral", "neutral")] * 3,
    ("neutral", "pro"),
)
some = st.lists(
    st.builds(
        Judged,
        st.sampled_from("abcd"),
        st.sampled_from(STANCES),
        st.sampled_from(STANCES),
        st.floats(0.34, 1),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


def test_macro_f1_is_the_mean_of_three_f1() -> None:
    # pro 2·2/(3+3), anti 2·1/(2+2), neutral 2·3/(4+4)
    assert macro_f1(NINE) == pytest.approx((2 / 3 + 1 / 2 + 3 / 4) / 3)


def test_each_label_has_its_precision_recall_and_support() -> None:
    table = per_class(NINE)
    assert table["pro"] == pytest.approx({"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "support": 3})
    assert table["anti"] == pytest.approx({"precision": 1 / 2, "recall": 1 / 2, "f1": 1 / 2, "support": 2})
    assert table["neutral"] == pytest.approx({"precision": 3 / 4, "recall": 3 / 4, "f1": 3 / 4, "support": 4})


def test_a_label_that_nobody_uses_counts_as_zero() -> None:
    assert macro_f1(judged(("pro", "pro"))) == pytest.approx(1 / 3)
    assert f1(0, 0, 0) == 0


def test_confusion_has_true_labels_by_row() -> None:
    table = confusion(NINE)
    assert table["pro"] == {"pro": 2, "anti": 1, "neutral": 0}
    assert table["neutral"] == {"pro": 1, "anti": 0, "neutral": 3}


def test_the_interval_is_the_same_each_time_and_holds_the_score() -> None:
    rows = [r for n in range(8) for r in judged(*[(g, g) for g in STANCES], *[("pro", "anti")] * n, article=f"a{n}")]
    first = interval(rows, 200, 7)
    assert first == interval(rows, 200, 7)
    assert first == interval(rows[::-1], 200, 7)
    assert first is not None
    assert first[0] <= macro_f1(rows) <= first[1]


def test_one_article_alone_gives_no_spread() -> None:
    assert interval(NINE, 50, 0) == pytest.approx([macro_f1(NINE)] * 2)


def test_articles_not_sentences_are_drawn() -> None:
    right, wrong = judged(*[(g, g) for g in STANCES], article="a"), judged(("pro", "anti"), article="b")
    low, high = interval([*right, *wrong], 400, 0) or [0.5, 0.5]
    assert (low, high) == (0, 1)


def test_no_resamples_or_no_rows_give_no_interval() -> None:
    assert interval(NINE, 0, 0) is None
    assert interval([], 10, 0) is None


def test_calibration_error_is_the_mean_gap_of_the_bins() -> None:
    # bin .9: score .95, 1 of 2 right; bin .6: score .65, 2 of 2 right -> (.45·2 + .35·2) / 4
    rows = judged(("pro", "pro"), ("pro", "anti"), score=0.95) + judged(("pro", "pro"), ("anti", "anti"), score=0.65)
    assert calibration_error(rows, 10) == pytest.approx(0.4)
    assert [(b["bin"], b["accuracy"], b["count"]) for b in reliability(rows, 10)] == [(0.6, 1, 2), (0.9, 0.5, 2)]


def test_a_score_of_one_falls_into_the_last_bin() -> None:
    assert reliability(judged(("pro", "pro"), score=1.0), 10) == [{"bin": 0.9, "score": 1, "accuracy": 1, "count": 1}]
    assert calibration_error(judged(("pro", "pro"), score=1.0), 10) == 0
    assert calibration_error([], 10) == 0


def test_risk_falls_with_the_score() -> None:
    rows = [Judged("a", "pro", "pro" if n >= 5 else "anti", n / 10) for n in range(10)]
    curve = risk_coverage(rows)
    assert [p["coverage"] for p in curve] == pytest.approx([n / 10 for n in range(1, 11)])
    assert [p["accuracy"] for p in curve] == pytest.approx([1, 1, 1, 1, 1, 5 / 6, 5 / 7, 5 / 8, 5 / 9, 1 / 2])


def test_the_threshold_is_the_lowest_that_keeps_the_stated_accuracy() -> None:
    rows = [Judged("a", "pro", label, s) for label, s in (("pro", 0.9), ("pro", 0.8), ("anti", 0.7), ("pro", 0.7))]
    assert threshold_for(rows, 1.0) == {"threshold": 0.8, "coverage": 0.5, "accuracy": 1.0}
    assert threshold_for(rows, 0.75) == {"threshold": 0.7, "coverage": 1.0, "accuracy": 0.75}
    assert threshold_for(judged(("pro", "anti")), 0.5) is None


def test_groups_are_scored_over_the_labels_that_occur_in_them() -> None:
    rows = [*judged(("pro", "pro"), ("neutral", "neutral")), Judged("a", "anti", "pro", 0.5, genre="wire")]
    found = grouped(rows, lambda r: r.genre)
    assert found["none"]["macro_f1"] == 1
    assert found["wire"] == {"rows": 1, "macro_f1": 0.0, "accuracy": 0.0, "pro_anti_swaps": 1.0}


@given(some)
def test_scores_hang_together(rows: list[Judged]) -> None:
    found = score(rows, EVALUATE)
    assert found["accuracy"] == pytest.approx(risk_coverage(rows)[-1]["accuracy"])
    assert found["pro_anti_swaps"] <= 1 - found["accuracy"] + 1e-9
    assert 0 <= found["calibration_error"] <= 1
    assert sum(b["count"] for b in reliability(rows, 10)) == len(rows)
    assert sum(sum(row.values()) for row in confusion(rows).values()) == len(rows)
    assert (found["accuracy_when_certain"] is None) == (found["coverage"] == 0)


def test_nothing_to_score_says_so() -> None:
    assert score([], EVALUATE) == {"rows": 0}
