"""The stance of a sentence toward sanctuary policies."""

from dataclasses import dataclass
from typing import Literal

from pipeline.records.article import BlockKind

Label = Literal["pro", "anti", "neutral"]
Voice = Literal["headline", "quoted", "reported", "author"]
STANCES: tuple[Label, ...] = ("pro", "anti", "neutral")  # in the order of tables
SILENT: frozenset[BlockKind] = frozenset({"byline", "boilerplate"})  # sentences that are neutral by rule (GUIDELINE.md)


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


def voice_of(kind: str, quote: str, speaker: str | None) -> Voice:
    """Tell whether a sentence's position is a headline's, quoted, reported, or the author's own.

    `kind` is the sentence's, `quote` the type of the attribution that covers it or "none", `speaker` None for nobody's.
    """
    if kind == "headline":
        return "headline"
    if quote in ("direct", "mixed"):
        return "quoted"
    return "reported" if speaker else "author"
