"""Statements: sentences of an article that take a side, with what each shows of an argument's structure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.graph.cues import markers_of, words_of
from pipeline.records import Label, Quote, QuoteType, Sentence
from pipeline.text.stems import stems

Speech = QuoteType | Literal["none"]


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence, the side it takes, and whose words it is in."""

    sentence: Sentence
    side: Label  # pro or anti
    speaker: str | None
    speech: Speech  # how its speaker is heard
    quotes: frozenset[str]  # ids of the attributions that touch it
    has_cue: bool  # a reporting word stands in it
    words: tuple[str, ...]
    stems: frozenset[str]
    markers: frozenset[str]

    @property
    def index(self) -> int:
        """Place of the sentence in its article."""
        return self.sentence.index

    @property
    def voice(self) -> tuple[str | None, str]:
        """Who argues: a speaker, of whatever side, as nobody argues against themselves; or the article on one side."""
        return (self.speaker, "") if self.speaker is not None else (None, self.side)

    def same_voice(self, other: "Statement") -> bool:
        """Tell whether one argues in both."""
        return self.voice == other.voice


class Surroundings:
    """Who is quoted in each sentence of an article; makes statements of them."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes: dict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            for sentence in quote.sentences:
                self._quotes[sentence].append(quote)

    def statement(self, sentence: Sentence, side: Label, speaker: str | None) -> Statement:
        """Describe a sentence whose side and speaker are known."""
        near = self._quotes.get(sentence.id, [])
        return Statement(
            sentence=sentence,
            side=side,
            speaker=speaker,
            speech=_speech([q.type for q in near if q.speaker == speaker] or [q.type for q in near]),
            quotes=frozenset(q.id for q in near),
            has_cue=any(q.cue is not None and sentence.start <= q.cue[0] < sentence.end for q in near),
            words=words_of(sentence.text),
            stems=stems(sentence.text),
            markers=markers_of(sentence.text),
        )


def _speech(types: list[QuoteType]) -> Speech:
    kinds = set(types)
    if not kinds:
        return "none"
    return kinds.pop() if len(kinds) == 1 else "mixed"
