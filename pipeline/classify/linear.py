"""The classifier's linear part: what the terms of each sentence say for each label."""

from collections.abc import Sequence

import numpy as np

from pipeline.classify.examples import Example
from pipeline.classify.facts import facts_of
from pipeline.classify.vectorize import Rows, Vectorizer
from pipeline.classify.weights import Weights


class Linear:
    """A logistic regression over the terms of sentences."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._vectorizer = Vectorizer(weights)

    def rows(self, examples: Sequence[Example]) -> Rows:
        """Weigh the terms of sentences."""
        return self._vectorizer.rows([(example.text, facts_of(example)) for example in examples])

    def logits_of(self, rows: Rows) -> np.ndarray:
        """Add up what the terms say, shape (n, 3), columns as `adjust.LABELS`."""
        sums = [rows.sums(rows.value * says[rows.column]) for says in self._weights.coefficients]
        logits: np.ndarray = np.stack(sums, axis=1) + self._weights.intercept
        return logits

    def logits(self, examples: Sequence[Example]) -> np.ndarray:
        """Give the logits of sentences, shape (n, 3)."""
        return self.logits_of(self.rows(examples))
