"""New labels over old ones: each sentence has one row, and what serves what stays."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.put_over import Earlier, put_over
from pipeline.gold.corpus import GoldSpan, Row

WIDTH = 10
PLACES = st.sets(st.integers(0, 6))


def rows_at(places: set[int], speaker: str) -> list[Row]:
    """Give a claim first, which all others serve."""
    return [
        Row(start=p * WIDTH, end=p * WIDTH + 9, kind="body", stance="pro", speaker=speaker, quote="none",
            role="premise" if n else "claim", to=0 if n else "issue", rel="supports")
        for n, p in enumerate(sorted(places))
    ]  # fmt: skip


@given(PLACES, PLACES)
def test_every_sentence_of_either_has_one_row_and_the_newer_label(old: set[int], new: set[int]) -> None:
    rows, _ = put_over(Earlier(rows_at(old, "old")), [("1", row) for row in rows_at(new, "new")], [])
    found = [(row.start // WIDTH, row.speaker) for _, row in rows]
    assert found == [(p, "new" if p in new else "old") for p in sorted(old | new)]


@given(PLACES, PLACES)
def test_a_row_serves_the_sentence_that_it_served(old: set[int], new: set[int]) -> None:
    rows, _ = put_over(Earlier(rows_at(old, "old")), [("1", row) for row in rows_at(new, "new")], [])
    for _, row in rows:
        if isinstance(row.to, int):
            assert rows[row.to][1].start // WIDTH == min(new if row.speaker == "new" else old)


def test_two_sentences_made_one_leave_none_behind() -> None:
    (whole,) = rows_at({0}, "new")
    joined = Row(start=0, end=19, kind="body", stance=whole.stance, speaker=None, quote="none", role="none", to=None, rel=None)  # fmt: skip
    rows, _ = put_over(Earlier(rows_at({0, 1, 2}, "old")), [("1", joined)], [])
    assert [row.end for _, row in rows] == [19, 29]
    assert rows[1][1].to == 0


def test_attributions_outside_the_new_sentences_stay_whole_under_numbers_of_their_own() -> None:
    old = [
        GoldSpan(start=0, end=3, type="content", attribution=1),
        GoldSpan(start=20, end=23, type="source", attribution=1),  # without its content it would be of nothing
        GoldSpan(start=21, end=24, type="content", attribution=2),
        GoldSpan(start=25, end=27, type="cue", attribution=2),
        GoldSpan(start=27, end=29, type="PERSON", attribution=None),
    ]
    new = [("1", GoldSpan(start=1, end=3, type="content", attribution=2))]
    _, spans = put_over(Earlier((), old), [("1", row) for row in rows_at({0}, "new")], new)
    assert [(s.type, s.attribution) for _, s in spans] == [("content", 2), ("content", 3), ("cue", 3), ("PERSON", None)]
