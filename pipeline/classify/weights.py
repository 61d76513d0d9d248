"""What the classifier has learnt, as plain arrays: its terms, how rare they are, and how far each moves each label."""

from dataclasses import dataclass

import numpy as np

PAIR = 2  # words of the longest term
LETTERS = (3, 5)  # of the shortest and the longest fragment of a word


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Columns are words and pairs of words, then fragments of words, then facts; rows are as in `adjust.LABELS`."""

    words: tuple[str, ...]
    fragments: tuple[str, ...]
    facts: tuple[str, ...]
    rarity: np.ndarray  # inverse document frequency, (words + fragments,)
    fact_weight: float
    coefficients: np.ndarray  # (3, columns)
    intercept: np.ndarray  # (3,)
