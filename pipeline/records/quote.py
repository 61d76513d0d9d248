"""An attribution: who (source) said (cue) what (content)."""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]  # half-open code points of the article's text
QuoteType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One line of quotes.jsonl; the terms are those of PARC 3.0 (Pareti 2016)."""

    id: str  # "ARTICLE:q4", counted from 0 in order of the content
    article: str  # id in articles.jsonl
    type: QuoteType  # direct: all of it in quotation marks; mixed: in part; indirect: none
    content: tuple[Span, ...]  # what is said, with its marks; several spans where it is interrupted
    cue: Span | None  # the word that reports it; null: speech without one
    source: Span | None  # the words that say whose it is, appositions included; null: nobody is seen to speak
    speaker: str | None  # id in speakers.jsonl; null: nobody could be named
    sentences: tuple[str, ...]  # ids of the sentences that the content touches
    confidence: float  # 0 to 1: the share of such constructions that were right where they were counted
    why: str  # the pattern that found it, such as verb:that or according to (docs/attribution.md)
    asserted: bool  # false: speech that is only mentioned (`if they ask`, `declined to comment`); it has no speaker
