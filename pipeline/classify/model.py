"""The trained classifier at work: labels, calibrated scores, reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from sklearn.pipeline import Pipeline

from pipeline.classify.adjust import LABELS, Shift, calibrated, shifts_of
from pipeline.classify.examples import Example
from pipeline.classify.features import to_columns
from pipeline.classify.store import load_model
from pipeline.params import StanceParams
from pipeline.records import SILENT, Label

Row = tuple[np.ndarray, np.ndarray]  # columns and values of a sentence
NOISE_DECIMALS = 9  # gains that agree so far are equal


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence's label with calibrated scores and reasons."""

    label: Label
    scores: dict[Label, float]
    uncertain: bool
    why: tuple[str, ...]


class StanceModel:
    """A fitted pipeline (features, logistic regression) with the adjustments that need a whole article.

    `sha256` is that of its file, for the provenance of maps.
    """

    def __init__(self, pipeline: Pipeline, sha256: str) -> None:
        self.pipeline = pipeline
        self.sha256 = sha256

    @classmethod
    def load(cls, path: Path) -> "StanceModel":
        """Load a saved classifier.

        Raises:
            MissingArtifactError: there is none, or it is not one that argmap wrote.
        """
        return cls(*load_model(path))

    @cached_property
    def names(self) -> list[str]:
        """Names of the columns as `why` gives them, such as `word:sanctuary cities`; all letters have one name."""
        parts = (name.partition("__") for name in self.pipeline[0].get_feature_names_out())
        return ["letters" if kind == "char" else f"{kind}:{value.strip()}" for kind, _, value in parts]

    def label(self, examples: Sequence[Example], params: StanceParams) -> list[Labelled]:
        """Label the sentences of one article, in order."""
        if not examples:
            return []
        x = self.pipeline[0].transform(to_columns(examples)).tocsr()
        logits = self.pipeline[1].decision_function(x)
        shifts = shifts_of(logits, examples, params)
        scores = calibrated(logits, examples, shifts, params)
        best = scores.argmax(axis=1)
        rows = [(x.indices[a:b], x.data[a:b]) for a, b in zip(x.indptr[:-1], x.indptr[1:], strict=True)]
        return [
            Labelled(
                label=LABELS[best[n]],
                scores={label: float(scores[n, k]) for k, label in enumerate(LABELS)},
                uncertain=bool(scores[n, best[n]] < params.uncertain_below),
                why=("rule:" + example.kind,)
                if example.kind in SILENT
                else self._why(rows[n], shifts[n], best[n], params.reasons),
            )
            for n, example in enumerate(examples)
        ]

    def _why(self, row: Row, shifts: Sequence[Shift], label: int, count: int) -> tuple[str, ...]:
        """Name what moved a sentence most toward its label, against the mean of the other two.

        Fragments of words say nothing to a reader, so all of them count as one reason.
        """
        columns, values = row
        gains = values * self._gains[label][columns]
        letters = self._letters[columns]
        found = {"letters": float(gains[letters].sum())} if letters.any() else {}
        told = np.flatnonzero(~letters & (gains > 0))
        found.update((self.names[columns[n]], float(gains[n])) for n in told)
        found.update((shift.name, float(_toward(label, shift.logits))) for shift in shifts)
        order = sorted(found, key=lambda name: (-round(found[name], NOISE_DECIMALS), name))
        return tuple(f"{name} {found[name]:+.2f}" for name in order[:count] if found[name] > 0)

    @cached_property
    def _letters(self) -> np.ndarray:
        return np.array([name == "letters" for name in self.names])

    @cached_property
    def _gains(self) -> np.ndarray:
        """How far each column moves each label, shape (3, n_columns)."""
        return np.stack([_toward(label, self.pipeline[1].coef_) for label in range(len(LABELS))])


def _toward(label: int, logits: np.ndarray) -> np.ndarray:
    """Weigh a label, the first axis, against the mean of the others."""
    others = (logits.sum(axis=0) - logits[label]) / (len(LABELS) - 1)
    gain: np.ndarray = logits[label] - others
    return gain
