"""The sentences that spans touch, against a plain search."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.analysis.places import SentenceIndex
from pipeline.records import Sentence, Span


def sentences_at(parts: list[tuple[int, int]]) -> list[Sentence]:
    """Lay (gap, length) pairs one after the other."""
    out, at = [], 0
    for n, (gap, size) in enumerate(parts):
        start, end = at + gap, at + gap + size
        out.append(
            Sentence(
                id=f"a:s{n}", article="a", index=n, start=start, end=end, text="x" * size, kind="body", paragraph=0
            )
        )
        at = end
    return out


sentences = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6)), max_size=10).map(sentences_at)
spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1])), max_size=4)


@given(sentences, spans)
@example(sentences_at([(0, 3), (1, 2)]), [(3, 5)])  # touching ends share nothing
def test_touched_sentences_are_those_that_share_a_character(found: list[Sentence], places: list[Span]) -> None:
    expected = [s for s in found if any(max(s.start, a) < min(s.end, b) for a, b in places)]
    assert SentenceIndex(found).touched(places) == expected


@given(sentences)
def test_each_sentence_touches_itself_alone(found: list[Sentence]) -> None:
    index = SentenceIndex(found)
    assert all(index.touched([(s.start, s.end)]) == [s] for s in found)
