"""The trained classifier at work: probabilities, what an article's speakers share, reasons."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.pipeline import Pipeline

from pipeline.classify.actors import Prior, prior_of_speaker
from pipeline.classify.examples import Example
from pipeline.classify.features import to_columns
from pipeline.classify.store import load_model
from pipeline.params import StanceParams
from pipeline.records import Label
from pipeline.records.jsonl import DECIMALS

LABELS: tuple[Label, ...] = ("anti", "neutral", "pro")  # the order of the classifier's columns
ANTI, NEUTRAL, PRO = range(3)
SILENT = frozenset({"byline", "boilerplate"})  # never stanced (GUIDELINE.md)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence's label with calibrated scores and reasons."""

    label: Label
    scores: dict[Label, float]
    uncertain: bool
    why: tuple[str, ...]


class StanceModel:
    """A fitted pipeline (features, logistic regression) with the adjustments that need a whole article."""

    def __init__(self, pipeline: Pipeline, sha256: str) -> None:
        self.pipeline = pipeline
        self.sha256 = sha256

    @classmethod
    def load(cls, path: Path) -> "StanceModel":
        """Load a saved classifier."""
        return cls(*load_model(path))

    @cached_property
    def names(self) -> np.ndarray:
        """Names of the features, such as `word__sanctuary cities`."""
        return np.asarray(self.pipeline[0].get_feature_names_out())

    def label(self, examples: Sequence[Example], params: StanceParams) -> list[Labelled]:
        """Label the sentences of one article, in order."""
        if not examples:
            return []
        x = self.pipeline[0].transform(to_columns(examples)).tocsr()
        scores = probabilities(self.pipeline[1].decision_function(x), examples, params)
        best = scores.argmax(axis=1)
        return [
            Labelled(
                label=LABELS[best[n]],
                scores={label: float(scores[n, k]) for k, label in enumerate(LABELS)},
                uncertain=bool(scores[n, best[n]] < params.uncertain_below),
                why=("rule:" + example.kind,) if example.kind in SILENT else self._why(x[n], best[n], params.reasons),
            )
            for n, example in enumerate(examples)
        ]

    def _why(self, row: csr_matrix, label: int, count: int) -> tuple[str, ...]:
        """Name the features that moved a sentence most toward its label, against the mean of the other two."""
        coef = self.pipeline[1].coef_
        columns = row.indices
        others = (coef[:, columns].sum(axis=0) - coef[label, columns]) / (len(LABELS) - 1)
        gain = row.data * (coef[label, columns] - others)
        order = np.lexsort((columns, -np.round(gain, 9)))  # ties by column, so that order never depends on noise
        chosen = [n for n in order[: count * 3] if gain[n] > 0]
        return tuple(_readable(self.names[columns[n]], gain[n]) for n in chosen[:count])


def _prior(example: Example) -> Prior | None:
    return prior_of_speaker(example.speaker, example.description) if example.speaker_id else None


def _readable(name: str, gain: float) -> str:
    kind, _, value = name.partition("__")
    return f"{kind}:{value.strip()} {gain:+.2f}"


def probabilities(logits: np.ndarray, examples: Sequence[Example], params: StanceParams) -> np.ndarray:
    """Turn logits of one article, shape (n, 3), into calibrated probabilities of the same shape.

    In order: a known public position of the speaker shifts the side; one speaker's sentences share theirs; speech far
    from any word of the policy leans to neutral; the neutral offset and the temperature of the params calibrate.
    """
    z = np.array(logits, dtype=float)
    for n, example in enumerate(examples):
        if prior := _prior(example):
            known = params.prior if prior == "pro" else -params.prior
            z[n, PRO] += known
            z[n, ANTI] -= known
    side = (z[:, PRO] - z[:, ANTI]) / 2
    by_speaker: dict[str, list[int]] = defaultdict(list)
    for n, example in enumerate(examples):
        if example.speaker_id:
            by_speaker[example.speaker_id].append(n)
    for members in by_speaker.values():
        shared = params.share * side[members].mean()
        z[members, PRO] += shared
        z[members, ANTI] -= shared
    speech_afar = np.array([bool(e.speaker_id) and not e.policy_near for e in examples])
    z[speech_afar, NEUTRAL] += params.far_from_policy
    z[:, NEUTRAL] += params.neutral_offset
    z /= params.temperature
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[[n for n, e in enumerate(examples) if e.kind in SILENT]] = np.eye(3)[NEUTRAL]
    rounded: np.ndarray = np.round(p, DECIMALS)
    return rounded
