"""Pieces of a sentence: put together they are the sentence, and each carries the marks that hold for all of it."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Sentence
from pipeline.report.anchors import anchor
from pipeline.report.pieces import Mark, by_sentence, cut

TEXT = "The mayor said it."
places = st.tuples(st.integers(0, 17), st.integers(1, 18)).filter(lambda p: p[0] < p[1])
marks: st.SearchStrategy[list[Mark]] = st.lists(
    st.builds(lambda p, name: (p[0], p[1], name, name), places, st.sampled_from(["ent", "cue", "source"])), max_size=5
)


@given(places, marks)
def test_pieces_are_the_stretch_and_carry_what_covers_them(place: tuple[int, int], found: list[Mark]) -> None:
    pieces = cut(TEXT, *place, found)
    assert "".join(p.text for p in pieces) == TEXT[slice(*place)]
    at = place[0]
    for piece in pieces:
        over = [name for start, end, name, _ in found if start <= at and at + len(piece.text) <= end]
        assert piece.classes.split() == over
        assert all(start >= at + len(piece.text) or end <= at or name in over for start, end, name, _ in found)
        at += len(piece.text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_ids_on_the_page_are_plain_and_differ_where_records_do(one: str, other: str) -> None:
    assert set(anchor(one)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
    assert (anchor(one) == anchor(other)) == (one == other)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), marks)
def test_marks_are_found_by_every_sentence_that_they_touch(lengths: list[int], found: list[Mark]) -> None:
    sentences, start = [], 0
    for n, length in enumerate(lengths):
        end = start + length
        one = Sentence(id=str(n), article="a", index=n, start=start, end=end, text="", kind="body", paragraph=0)
        sentences.append(one)
        start = end + n % 2  # some with a space between
    touching = [[m for m in found if m[0] < s.end and m[1] > s.start] for s in sentences]
    assert by_sentence(sentences, found) == touching
