"""Spans that most readers have."""

from pipeline.annotate.adjudication.spans import shared_spans
from pipeline.gold.corpus import GoldSpan


def test_spans_that_most_readers_have_are_taken_attributions_whole() -> None:
    def span(start: int, kind: str, number: int | None = None) -> GoldSpan:
        return GoldSpan(start=start, end=start + 1, type=kind, attribution=number)

    one = [span(0, "ORG"), span(5, "cue", 3), span(7, "content", 3), span(9, "cue", 4)]
    two = [
        span(0, "ORG"),
        span(1, "GPE"),
        span(5, "cue", 1),
        span(7, "content", 1),
        span(9, "cue", 2),
        span(10, "content", 2),
    ]
    assert shared_spans([one, two]) == [span(0, "ORG"), span(5, "cue", 1), span(7, "content", 1)]
    assert span(1, "GPE") in shared_spans([one, two, two])
