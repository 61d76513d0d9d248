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

    pro: float  # 0 to 1
    anti: float  # 0 to 1
    neutral: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One line of stances.jsonl."""

    sentence: str  # id in sentences.jsonl
    article: str  # id in articles.jsonl
    label: Label  # the largest of `scores`: what the sentence expresses or reports of sanctuary policies
    scores: Scores  # how likely each label is; a byline's and boilerplate's are 1 for neutral, by rule
    uncertain: bool  # true: the model abstains, as the largest score is below `stance.uncertain_below` of params.yaml
    speaker: str | None  # id in speakers.jsonl of whose position it is; null: the article's own voice
    voice: Voice  # headline; quoted: in quotation marks; reported: in the article's words; author: nobody else's
    why: tuple[str, ...]  # the features that weighed most for the label, with their logits (docs/stance.md)


def voice_of(kind: str, quote: str, speaker: str | None) -> Voice:
    """Tell whether a sentence's position is a headline's, quoted, reported, or the author's own.

    `kind` is the sentence's, `quote` the type of the attribution that covers it or "none", `speaker` None for nobody's.
    """
    if kind == "headline":
        return "headline"
    if quote in ("direct", "mixed"):
        return "quoted"
    return "reported" if speaker else "author"
