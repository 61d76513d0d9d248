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

    id: str  # "ARTICLE:p2", counted from 0 in order of the first mention
    article: str  # id in articles.jsonl
    name: str  # fullest name in the article without titles; a noun phrase for an unnamed one
    kind: SpeakerKind  # unnamed: one person without a name; group: several; document: a report, a law, a poll
    role: str | None  # office or description beside the name, such as "state Rep."; null: none is seen
    affiliation: str | None  # body, party or place that they belong to, in the article's words; null: none is seen
    mentions: tuple[Span, ...]  # their name, and the words that stand for it where they speak; may overlap
    quotes: tuple[str, ...]  # ids in quotes.jsonl


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCounts:
    """Numbers of sentences by label."""

    pro: int  # labelled pro, the uncertain ones included
    anti: int  # likewise
    neutral: int  # likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One line of speakers.jsonl: a ledger entry with the stances of its sentences."""

    id: str  # "ARTICLE:p2", counted from 0 in order of the first mention
    article: str  # id in articles.jsonl
    name: str  # fullest name in the article without titles; a noun phrase for an unnamed one
    kind: SpeakerKind  # unnamed: one person without a name; group: several; document: a report, a law, a poll
    role: str | None  # office or description beside the name, such as "state Rep."; null: none is seen
    affiliation: str | None  # body, party or place that they belong to, in the article's words; null: none is seen
    mentions: tuple[Span, ...]  # their name, and the words that stand for it where they speak; may overlap
    quotes: tuple[str, ...]  # ids in quotes.jsonl
    stance: StanceCounts  # of the sentences whose position is theirs
    position: Position  # pro, anti: three quarters of the sided sentences or more; mixed: less; neutral: none is sided


def position_of(counts: StanceCounts) -> Position:
    """Give the side that has at least three quarters of the sentences with a side; mixed below, neutral without any."""
    sided = counts.pro + counts.anti
    if not sided:
        return "neutral"
    if counts.pro / sided >= SIDED:
        return "pro"
    return "anti" if counts.anti / sided >= SIDED else "mixed"
