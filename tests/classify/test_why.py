"""The reasons are the weightiest of all, chosen without naming the rest."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from authored import phrase_book

from pipeline.classify.adjust import Shift
from pipeline.classify.linear import Linear
from pipeline.classify.store import load_model
from pipeline.classify.vectorize import Rows
from pipeline.classify.weights import Weights
from pipeline.classify.why import NOISE_DECIMALS, Reasons, toward
from pipeline.resources import shipped

SHIFT = Shift("far from the policy", np.array([0.0, 0.5, 0.0]))


@cache
def weights() -> Weights:
    return load_model(shipped("models/stance.skops"))[0]


def plainly(rows: Rows, n: int, label: int, shifts: Sequence[Shift], count: int) -> tuple[str, ...]:
    """Name all that moved a sentence, then sort."""
    words, fragments = len(weights().words), len(weights().fragments)
    gains = toward(label, weights().coefficients)
    found = {"letters": 0.0}
    for column, value in zip(rows.column[rows.row == n], rows.value[rows.row == n], strict=True):
        if words <= column < words + fragments:
            found["letters"] += value * gains[column]
        elif column < words:
            found[f"word:{weights().words[column]}"] = value * gains[column]
        else:
            found[f"fact:{weights().facts[column - words - fragments]}"] = value * gains[column]
    found |= {shift.name: float(toward(label, shift.logits)) for shift in shifts}
    order = sorted(found, key=lambda name: (-round(found[name], NOISE_DECIMALS), name))
    return tuple(f"{name} {found[name]:+.2f}" for name in order[:count] if found[name] > 0)


@pytest.mark.parametrize("count", [1, 4, 99])
def test_reasons_are_those_of_the_plain_way(count: int) -> None:
    examples = [example for example, _ in phrase_book()[::20]]
    linear = Linear(weights())
    rows = linear.rows(examples)
    labels = np.arange(len(examples)) % 3
    shifts = [[SHIFT] if n % 2 else [] for n in range(len(examples))]
    found = list(Reasons(weights()).of(rows, labels, shifts, count))
    assert found == [plainly(rows, n, int(labels[n]), shifts[n], count) for n in range(len(examples))]


def test_equal_gains_are_told_in_order_of_their_names() -> None:
    names = ("d", "b", "c", "a")
    drawn = Weights(
        words=names,
        fragments=(),
        facts=(),
        rarity=np.ones(4),
        fact_weight=1.0,
        coefficients=np.array([[0.0] * 4, [0.0] * 4, [1.0, 1.0 + 1e-12, 1.0, 1.0]]),
        intercept=np.zeros(3),
    )
    rows = Rows(np.zeros(4, int), np.arange(4), np.ones(4), 1)
    assert list(Reasons(drawn).of(rows, np.array([2]), [[]], 2)) == [("word:a +1.00", "word:b +1.00")]
