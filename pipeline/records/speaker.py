"""The ledger of an article's speakers, before and after stances are known."""

from dataclasses import dataclass
from typing import Literal

from pipeline.records.quote import Span

SpeakerKind = Literal["person", "organisation", "group", "document", "unnamed"]
Position = Literal["pro", "anti", "mixed", "neutral"]
SIDED = 0.75  # share of the sided sentences that makes a speaker pro or anti


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A speaker as the quotes stage fixes it: identity, mentions and quotes."""

    id: str  # "ARTICLE:p2"
    article: str
    name: str  # fullest name in the article without titles; a noun phrase for an unnamed one
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: tuple[Span, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCounts:
    """Numbers of sentences by label."""

    pro: int
    anti: int
    neutral: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One line of speakers.jsonl: a ledger entry with the stances of its sentences."""

    id: str
    article: str
    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: tuple[Span, ...]
    quotes: tuple[str, ...]
    stance: StanceCounts
    position: Position


def position_of(counts: StanceCounts) -> Position:
    """Give the side that has at least three quarters of the sentences with a side; mixed below, neutral without any."""
    sided = counts.pro + counts.anti
    if not sided:
        return "neutral"
    if counts.pro / sided >= SIDED:
        return "pro"
    return "anti" if counts.anti / sided >= SIDED else "mixed"
