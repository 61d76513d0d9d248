"""Find the sentences that a stretch of text touches."""

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.records import Sentence, Span


class SentenceIndex:
    """Sentences of one article by offset."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.starts = [s.start for s in sentences]

    def touched(self, spans: Sequence[Span]) -> list[Sentence]:
        """List the sentences that share a character with any of the spans, in order, once each."""
        found: dict[int, Sentence] = {}
        for start, end in spans:
            number = max(0, bisect_right(self.starts, start) - 1)
            while number < len(self.sentences) and self.sentences[number].start < end:
                if self.sentences[number].end > start:
                    found[number] = self.sentences[number]
                number += 1
        return [found[n] for n in sorted(found)]
