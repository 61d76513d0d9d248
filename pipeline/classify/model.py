"""The trained classifier at work: labels, calibrated scores, reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.classify.adjust import LABELS, calibrated, shifts_of
from pipeline.classify.examples import Example
from pipeline.classify.linear import Linear
from pipeline.classify.store import load_model
from pipeline.classify.weights import Weights
from pipeline.classify.why import Reasons
from pipeline.params import StanceParams
from pipeline.records import SILENT, Label


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence's label with calibrated scores and reasons."""

    label: Label
    scores: dict[Label, float]
    uncertain: bool
    why: tuple[str, ...]


class StanceModel:
    """A linear classifier with the adjustments that need a whole article.

    `sha256` is that of its file, for the provenance of maps.
    """

    def __init__(self, weights: Weights, sha256: str) -> None:
        self.sha256 = sha256
        self._linear = Linear(weights)
        self._reasons = Reasons(weights)

    @classmethod
    def load(cls, path: Path) -> "StanceModel":
        """Load a saved classifier.

        Raises:
            MissingArtifactError: there is none, or it is not one that argmap wrote.
        """
        return cls(*load_model(path))

    def label(self, examples: Sequence[Example], params: StanceParams) -> list[Labelled]:
        """Label the sentences of one article, in order."""
        if not examples:
            return []
        rows = self._linear.rows(examples)
        logits = self._linear.logits_of(rows)
        shifts = shifts_of(logits, examples, params)
        scores = calibrated(logits, examples, shifts, params)
        best = scores.argmax(axis=1)
        whys = self._reasons.of(rows, best, shifts, params.reasons)
        return [
            Labelled(
                label=LABELS[label],
                scores=dict(zip(LABELS, given, strict=True)),
                uncertain=given[label] < params.uncertain_below,
                why=("rule:" + example.kind,) if example.kind in SILENT else why,
            )
            for example, label, given, why in zip(examples, best.tolist(), scores.tolist(), whys, strict=True)
        ]
