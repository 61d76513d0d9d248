"""Scores of stance labels: macro-F1 with an interval, confusion, calibration, risk and coverage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.params import EvaluateParams
from pipeline.records import STANCES

PERCENTILES = (2.5, 97.5)  # of a 95 % interval
TENTHS = 10
SEVENTY = 6  # index of the surest 70 % in the curve of risk and coverage


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence's true (`gold`) and given label with the score of the given one; `voice` and `genre` group it."""

    article: str
    gold: str
    label: str
    score: float
    uncertain: bool = False
    voice: str = ""
    genre: str = ""


def f1(tp: int, fp: int, fn: int) -> float:
    """Give 2·tp / (2·tp + fp + fn); 0 where nothing was right."""
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def per_class(rows: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Give precision, recall, F1 and support of each label."""
    out: dict[str, dict[str, float]] = {}
    for label in STANCES:
        tp = sum(r.gold == label == r.label for r in rows)
        given = sum(r.label == label for r in rows)
        true = sum(r.gold == label for r in rows)
        out[label] = {
            "precision": tp / given if given else 0.0,
            "recall": tp / true if true else 0.0,
            "f1": f1(tp, given - tp, true - tp),
            "support": true,
        }
    return out


def macro_f1(rows: Sequence[Judged]) -> float:
    """Give the mean F1 of the three labels."""
    return sum(scores["f1"] for scores in per_class(rows).values()) / len(STANCES)


def interval(rows: Sequence[Judged], resamples: int, seed: int) -> list[float] | None:
    """Give a 95 % interval of macro-F1 by drawing whole articles with replacement; None without resamples."""
    if not resamples or not rows:
        return None
    articles = sorted({r.article for r in rows})
    number = {a: n for n, a in enumerate(articles)}
    counts = np.zeros((len(articles), 3, 3))
    for r in rows:
        counts[number[r.article], STANCES.index(r.gold), STANCES.index(r.label)] += 1
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(resamples):
        table = counts[rng.integers(0, len(articles), len(articles))].sum(axis=0)
        right = np.diag(table)
        both = table.sum(axis=0) + table.sum(axis=1)
        values.append(float(np.mean(np.divide(2 * right, both, out=np.zeros(3), where=both > 0))))
    return [float(np.percentile(values, p)) for p in PERCENTILES]


def confusion(rows: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """Count given labels by true label."""
    return {g: {p: sum(r.gold == g and r.label == p for r in rows) for p in STANCES} for g in STANCES}


def reliability(rows: Sequence[Judged], bins: int) -> list[dict[str, float]]:
    """Compare mean score and accuracy in bins of equal width; empty bins are left out."""
    out: list[dict[str, float]] = []
    for n in range(bins):
        members = [r for r in rows if min(bins - 1, int(r.score * bins)) == n]
        if members:
            right = sum(r.gold == r.label for r in members)
            mean = sum(r.score for r in members) / len(members)
            out.append({"bin": n / bins, "score": mean, "accuracy": right / len(members), "count": len(members)})
    return out


def calibration_error(rows: Sequence[Judged], bins: int) -> float:
    """Give the expected calibration error (Naeini et al. 2015): the mean gap of score and accuracy over the bins."""
    table = reliability(rows, bins)
    return sum(abs(b["score"] - b["accuracy"]) * b["count"] for b in table) / len(rows) if rows else 0.0


def risk_coverage(rows: Sequence[Judged]) -> list[dict[str, float]]:
    """Give the accuracy on the surest 10 %, 20 %, … of the rows (El-Yaniv and Wiener 2010)."""
    ranked = sorted(rows, key=lambda r: -r.score)
    out: list[dict[str, float]] = []
    for tenth in range(1, TENTHS + 1):
        top = ranked[: max(1, round(len(ranked) * tenth / TENTHS))]
        out.append({"coverage": tenth / TENTHS, "accuracy": sum(r.gold == r.label for r in top) / len(top)})
    return out


def threshold_for(rows: Sequence[Judged], accuracy: float) -> dict[str, float] | None:
    """Give the lowest score from which labels are right at a stated rate, with its coverage; None if there is none."""
    ranked = sorted(rows, key=lambda r: -r.score)
    best: dict[str, float] | None = None
    right = 0
    for n, row in enumerate(ranked, 1):
        right += row.gold == row.label
        last = n == len(ranked) or ranked[n].score < row.score  # equal scores stand or fall together
        if last and right / n >= accuracy:
            best = {"threshold": row.score, "coverage": n / len(ranked), "accuracy": right / n}
    return best


def grouped(rows: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, dict[str, float]]:
    """Score groups of rows apart; macro-F1 is over the labels that occur in a group's gold."""
    out: dict[str, dict[str, float]] = {}
    for name in sorted({key(r) for r in rows}):
        members = [r for r in rows if key(r) == name]
        occurring = [s["f1"] for s in per_class(members).values() if s["support"]]
        out[name or "none"] = {
            "rows": len(members),
            "macro_f1": sum(occurring) / len(occurring),
            "accuracy": sum(r.gold == r.label for r in members) / len(members),
            "pro_anti_swaps": swaps(members),
        }
    return out


def swaps(rows: Sequence[Judged]) -> float:
    """Give the share of rows whose side is turned round."""
    return sum({r.gold, r.label} == {"pro", "anti"} for r in rows) / len(rows) if rows else 0.0


def score(rows: Sequence[Judged], params: EvaluateParams) -> dict[str, Any]:
    """Gather the scores of a set of labelled sentences."""
    if not rows:
        return {"rows": 0}
    sure = [r for r in rows if not r.uncertain]
    return {
        "rows": len(rows),
        "articles": len({r.article for r in rows}),
        "macro_f1": macro_f1(rows),
        "macro_f1_interval": interval(rows, params.bootstrap, params.seed),
        "accuracy": sum(r.gold == r.label for r in rows) / len(rows),
        "pro_anti_swaps": swaps(rows),
        "per_class": per_class(rows),
        "confusion": confusion(rows),
        "calibration_error": calibration_error(rows, params.bins),
        "coverage": len(sure) / len(rows),
        "accuracy_when_certain": sum(r.gold == r.label for r in sure) / len(sure) if sure else None,
        "accuracy_on_surest_70_percent": risk_coverage(rows)[SEVENTY]["accuracy"],
        "for_stated_accuracy": threshold_for(rows, params.stated_accuracy),
        "by_voice": grouped(rows, lambda r: r.voice),
        "by_genre": grouped(rows, lambda r: r.genre),
    }
