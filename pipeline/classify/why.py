"""Why a sentence has its label: the terms and shifts that moved it most, named."""

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.classify.adjust import LABELS, Shift
from pipeline.classify.vectorize import Rows
from pipeline.classify.weights import Weights

NOISE_DECIMALS = 9  # gains that agree so far are equal


class Reasons:
    """Names what moved a sentence toward its label, against the mean of the other two."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._gains = np.stack([toward(label, weights.coefficients) for label in range(len(LABELS))])
        self._letters = range(len(weights.words), len(weights.words) + len(weights.fragments))

    def of(
        self, rows: Rows, labels: np.ndarray, shifts: Sequence[Sequence[Shift]], count: int
    ) -> Iterator[tuple[str, ...]]:
        """Yield the `count` weightiest reasons of each sentence, given its label and shifts.

        Fragments of words say nothing to a reader, so all of them count as one reason.
        """
        gains = rows.value * self._gains[labels[rows.row], rows.column]
        is_letters = (rows.column >= self._letters.start) & (rows.column < self._letters.stop)
        letters = rows.sums(np.where(is_letters, gains, 0.0)).tolist()
        told = np.flatnonzero(~is_letters & (gains > 0))
        bounds = np.searchsorted(rows.row[told], np.arange(rows.size + 1)).tolist()
        columns, weights = rows.column[told].tolist(), gains[told].tolist()
        for n, label in enumerate(labels.tolist()):
            own = slice(bounds[n], bounds[n + 1])
            least = _least(weights[own], count)
            found = {"letters": letters[n]}
            found.update((self._name(c), w) for c, w in zip(columns[own], weights[own], strict=True) if w >= least)
            found.update((shift.name, float(toward(label, shift.logits))) for shift in shifts[n])
            order = sorted(found, key=lambda name: (-round(found[name], NOISE_DECIMALS), name))
            yield tuple(f"{name} {found[name]:+.2f}" for name in order[:count] if found[name] > 0)

    def _name(self, column: int) -> str:
        """Name the column of a word or fact, such as `word:sanctuary cities`."""
        if column < self._letters.start:
            return f"word:{self._weights.words[column]}"
        return f"fact:{self._weights.facts[column - self._letters.stop]}"


def _least(gains: Sequence[float], count: int) -> float:
    """Give what a gain must have to be among the `count` largest, those that are equal but for noise included."""
    return sorted(gains)[-count] - 2 * 10.0**-NOISE_DECIMALS if len(gains) > count else 0.0


def toward(label: int, logits: np.ndarray) -> np.ndarray:
    """Weigh a label, the first axis, against the mean of the others."""
    others = (logits.sum(axis=0) - logits[label]) / (len(LABELS) - 1)
    gain: np.ndarray = logits[label] - others
    return gain
