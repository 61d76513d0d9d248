"""Fit the linker: conditional logits, each a choice among alternatives (McFadden 1974), with an L2 penalty."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.graph.features import Features


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, and the one that was chosen."""

    alternatives: Sequence[Features]
    chosen: int


def fit_choices(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """Give the weight of every feature; the optimum is unique, so that rounded weights do not depend on the machine."""
    names = sorted({name for c in choices for features in c.alternatives for name in features})
    if not names:
        return {}
    number = {name: n for n, name in enumerate(names)}
    cells = [
        (row, number[name], value)
        for row, features in enumerate(f for c in choices for f in c.alternatives)
        for name, value in features.items()
    ]
    sizes = np.array([len(c.alternatives) for c in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    chosen = starts + np.array([c.chosen for c in choices])
    rows, columns, values = zip(*cells, strict=True)
    table = csr_matrix((values, (rows, columns)), shape=(int(sizes.sum()), len(names)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        top = np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores - top)
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        slope = shares.copy()
        slope[chosen] -= 1
        return float(
            -np.log(shares[chosen]).sum() + penalty / 2 * (weights @ weights)
        ), table.T @ slope + penalty * weights

    best = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 2000, "ftol": 1e-14, "gtol": 1e-8}
    )
    return dict(zip(names, best.x.tolist(), strict=True))
