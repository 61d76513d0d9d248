"""Fit the linker: conditional logits, each a choice among alternatives (McFadden 1974), with an L2 penalty."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import LinearOperator, cg

from pipeline.graph.features import Features

NEWTON_STEPS = 4  # each squares the error, and 1e-4 is left before them


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, and the one that was chosen."""

    alternatives: Sequence[Features]
    chosen: int


class Likelihood:
    """Minus the log likelihood of choices with its penalty, its slope and its curvature, as functions of the weights."""

    def __init__(self, choices: Sequence[Choice], names: Sequence[str], penalty: float) -> None:
        number = {name: n for n, name in enumerate(names)}
        cells = [
            (row, number[name], value)
            for row, features in enumerate(f for c in choices for f in c.alternatives)
            for name, value in features.items()
        ]
        rows, columns, values = zip(*cells, strict=True)
        self._sizes = np.array([len(c.alternatives) for c in choices])
        self._starts = np.concatenate([[0], np.cumsum(self._sizes)[:-1]])
        self._chosen = self._starts + np.array([c.chosen for c in choices])
        self._table = csr_matrix((values, (rows, columns)), shape=(int(self._sizes.sum()), len(names)))
        self._penalty = penalty

    def _shares(self, weights: np.ndarray) -> np.ndarray:
        scores = self._table @ weights
        powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self._starts), self._sizes))
        return np.asarray(powers / self._sums(powers))

    def _sums(self, values: np.ndarray) -> np.ndarray:
        """Add up over the alternatives of each choice, and give each alternative its sum."""
        return np.repeat(np.add.reduceat(values, self._starts), self._sizes)

    def value_and_slope(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """Give the value and its slope, of shape (names,)."""
        shares = self._shares(weights)
        value = -np.log(shares[self._chosen]).sum() + self._penalty / 2 * (weights @ weights)
        shares[self._chosen] -= 1
        return float(value), self._table.T @ shares + self._penalty * weights

    def newton_step(self, weights: np.ndarray) -> np.ndarray:
        """Give what to take off the weights, by conjugate gradients."""
        shares = self._shares(weights)

        def curve(direction: np.ndarray) -> np.ndarray:
            moved = shares * (self._table @ direction)
            return np.asarray(self._table.T @ (moved - shares * self._sums(moved)) + self._penalty * direction)

        size = len(weights)
        step, _ = cg(LinearOperator((size, size), matvec=curve), self.value_and_slope(weights)[1], rtol=1e-10)
        return np.asarray(step)


def fit_choices(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """Give the weight of every feature.

    The optimum is unique. L-BFGS stops near it, at a point that depends on the processor's arithmetic; Newton's steps go on
    until the weights, rounded, are the same on any machine.
    """
    names = sorted({name for c in choices for features in c.alternatives for name in features})
    if not names:
        return {}
    likelihood = Likelihood(choices, names, penalty)
    weights = minimize(likelihood.value_and_slope, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    for _ in range(NEWTON_STEPS):
        weights = weights - likelihood.newton_step(weights)
    return dict(zip(names, weights.tolist(), strict=True))
