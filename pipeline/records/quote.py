"""An attribution: who (source) said (cue) what (content)."""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]  # half-open code points of the article's text
QuoteType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One line of quotes.jsonl; the terms are those of PARC 3.0 (Pareti 2016)."""

    id: str  # "ARTICLE:q4"
    article: str
    type: QuoteType
    content: tuple[Span, ...]
    cue: Span | None  # None: speech without a reporting word
    source: Span | None
    speaker: str | None  # id in speakers.jsonl; None: nobody could be named
    sentences: tuple[str, ...]  # ids of the sentences that the content touches
    confidence: float
    why: str  # the pattern that found it
    asserted: bool  # False: speech that is only mentioned (`if they ask`, `declined to comment`); it has no speaker
