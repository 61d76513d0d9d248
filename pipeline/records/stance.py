"""The stance of a sentence toward sanctuary policies."""

from dataclasses import dataclass
from typing import Literal

Label = Literal["pro", "anti", "neutral"]
Voice = Literal["headline", "quoted", "reported", "author"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Calibrated probabilities; they add to 1 within rounding."""

    pro: float
    anti: float
    neutral: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One line of stances.jsonl."""

    sentence: str
    article: str
    label: Label  # the largest of `scores`
    scores: Scores
    uncertain: bool  # the model abstains at the published threshold
    speaker: str | None  # whose position it is
    voice: Voice
    why: tuple[str, ...]  # the features that weighed most
