"""Annotated rows beside the pipeline's sentences, however differently the two are cut."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.gold.corpus import Row
from pipeline.gold.pairing import pair_rows, pair_sentences
from pipeline.records import Sentence

cuts = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=8)


def places(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lay (gap, length) pairs one after the other."""
    out, at = [], 0
    for gap, size in parts:
        out.append((at + gap, at + gap + size))
        at += gap + size
    return out


def rows_at(spans: list[tuple[int, int]]) -> list[Row]:
    return [
        Row(
            start=a, end=b, kind="body", stance="neutral", speaker=None, quote="none", role="none", to=None, rel=None
        )
        for a, b in spans
    ]  # fmt: skip


def sentences_at(spans: list[tuple[int, int]]) -> list[Sentence]:
    return [
        Sentence(id=f"a:s{n}", article="a", index=n, start=a, end=b, text="x" * (b - a), kind="body", paragraph=0)
        for n, (a, b) in enumerate(spans)
    ]


def shared(a: Row | Sentence, b: Row | Sentence) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def test_a_row_takes_the_sentence_that_covers_most_of_it() -> None:
    first, second = sentences_at([(0, 10), (10, 40)])
    assert pair_rows(rows_at([(0, 12), (12, 40), (50, 60)]), [first, second]) == [first, second, None]


def test_one_sentence_may_serve_two_rows_and_one_row_two_sentences() -> None:
    (whole,), halves = sentences_at([(0, 20)]), rows_at([(0, 8), (9, 20)])
    assert pair_rows(halves, [whole]) == [whole, whole]
    (row,) = rows_at([(0, 20)])
    assert pair_sentences(sentences_at([(0, 8), (9, 20), (30, 31)]), [row]) == [row, row, None]


@given(cuts, cuts)
def test_the_pair_is_the_best_there_is(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    rows, sentences = rows_at(places(one)), sentences_at(places(other))
    for row, sentence in zip(rows, pair_rows(rows, sentences), strict=True):
        most = max((shared(row, s) for s in sentences), default=0)
        assert (shared(row, sentence) if sentence else 0) == max(most, 0)
    for sentence, found in zip(sentences, pair_sentences(sentences, rows), strict=True):
        most = max((shared(sentence, r) for r in rows), default=0)
        assert (shared(sentence, found) if found else 0) == max(most, 0)


@given(cuts)
def test_equal_cuts_pair_one_to_one(parts: list[tuple[int, int]]) -> None:
    spans = places(parts)
    rows, sentences = rows_at(spans), sentences_at(spans)
    assert pair_rows(rows, sentences) == sentences
    assert pair_sentences(sentences, rows) == rows
