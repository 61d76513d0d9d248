"""New labels over old ones: each sentence has one row, and what serves what stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.check import check_rows
from pipeline.annotate.earlier import Earlier
from pipeline.annotate.guideline import SIDES
from pipeline.annotate.put_over import Joined, put_over
from pipeline.gold.corpus import GoldSpan, Row
from pipeline.records import STANCES, Label

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
    rows, *_ = put_over(Earlier(rows_at(old, "old")), [("1", row) for row in rows_at(new, "new")], [], roles=True)
    found = [(row.start // WIDTH, row.speaker) for _, row in rows]
    assert found == [(p, "new" if p in new else "old") for p in sorted(old | new)]


@given(PLACES, PLACES)
def test_a_row_serves_the_sentence_that_it_served(old: set[int], new: set[int]) -> None:
    rows, *_ = put_over(Earlier(rows_at(old, "old")), [("1", row) for row in rows_at(new, "new")], [], roles=True)
    for _, row in rows:
        if isinstance(row.to, int):
            assert rows[row.to][1].start // WIDTH == min(new if row.speaker == "new" else old)


def test_two_sentences_made_one_leave_none_behind() -> None:
    (whole,) = rows_at({0}, "new")
    joined = Row(start=0, end=19, kind="body", stance=whole.stance, speaker=None, quote="none", role="none", to=None, rel=None)  # fmt: skip
    rows, *_ = put_over(Earlier(rows_at({0, 1, 2}, "old")), [("1", joined)], [], roles=True)
    assert [row.end for _, row in rows] == [19, 29]
    assert rows[1][1].to == "issue"


def test_attributions_outside_the_new_sentences_stay_whole_under_numbers_of_their_own() -> None:
    old = [
        GoldSpan(start=0, end=3, type="content", attribution=1),
        GoldSpan(start=20, end=23, type="source", attribution=1),  # without its content it would be of nothing
        GoldSpan(start=21, end=24, type="content", attribution=2),
        GoldSpan(start=25, end=27, type="cue", attribution=2),
        GoldSpan(start=27, end=29, type="PERSON", attribution=None),
    ]
    new = [("1", GoldSpan(start=1, end=3, type="content", attribution=2))]
    done = put_over(Earlier((), old), [("1", row) for row in rows_at({0}, "new")], new, roles=True)
    assert [(s.type, s.attribution) for _, s in done.spans] == [
        ("content", 2),
        ("content", 3),
        ("cue", 3),
        ("PERSON", None),
    ]
    assert done.dropped == 2


def test_labels_without_spans_leave_all_spans() -> None:
    old = [
        GoldSpan(start=0, end=3, type="content", attribution=4),
        GoldSpan(start=20, end=23, type="source", attribution=4),
        GoldSpan(start=5, end=8, type="PERSON", attribution=None),
    ]
    done = put_over(Earlier((), old), [("1", row) for row in rows_at({0}, "new")], [], roles=True)
    assert [(s.start, s.type) for _, s in done.spans] == [(s.start, s.type) for s in old]
    assert len({s.attribution for _, s in done.spans}) == 2 and done.dropped == 0


def test_a_span_that_is_marked_again_is_not_dropped() -> None:
    span = GoldSpan(start=0, end=3, type="content", attribution=4)
    new = [("1", replace(span, attribution=1))]
    assert put_over(Earlier((), [span]), [("1", row) for row in rows_at({0}, "new")], new, roles=True).dropped == 0


def stance_alone(place: int, stance: Label, end: int = 9) -> Row:
    return Row(start=place * WIDTH, end=place * WIDTH + end, kind="body", stance=stance, speaker=None, quote="none",
               role="none", to=None, rel=None)  # fmt: skip


def argued(done: Joined) -> list[tuple[str, str, object, str | None]]:
    return [(row.stance, row.role, row.to, row.rel) for _, row in done.rows]


def test_labels_without_roles_keep_role_target_and_relation() -> None:
    new = [("1", stance_alone(0, "anti")), ("2", stance_alone(1, "neutral"))]
    done = put_over(Earlier(rows_at({0, 1}, "old")), new, [], roles=False)
    assert argued(done) == [("anti", "claim", "issue", "attacks"), ("neutral", "premise", 0, "supports")]
    assert done.moved == 0


@pytest.mark.parametrize("roles", [True, False])
def test_what_served_a_claim_that_is_none_now_serves_the_issue_on_its_own_side(roles: bool) -> None:
    claim, agrees, *_ = rows_at({0, 1}, "old")
    old = [claim, agrees, replace(agrees, start=20, end=29, stance="anti", rel="attacks")]
    old += [replace(agrees, start=30, end=39, stance="neutral", rel="attacks")]
    done = put_over(Earlier(old), [("1", stance_alone(0, "neutral"))], [], roles=roles)
    assert argued(done) == [
        ("neutral", "none", None, None),
        ("pro", "premise", "issue", "supports"),
        ("anti", "premise", "issue", "attacks"),
        ("neutral", "premise", "issue", "attacks"),
    ]
    assert done.moved == 3


def test_two_sentences_made_one_have_no_earlier_role() -> None:
    done = put_over(Earlier(rows_at({0, 1}, "old")), [("1", stance_alone(0, "pro", end=19))], [], roles=False)
    assert argued(done) == [("pro", "none", None, None)]


LABELS: st.SearchStrategy[Label] = st.sampled_from(STANCES)


@given(st.data(), st.booleans())
def test_rows_that_the_guideline_allows_stay_so_whatever_stance_comes_over_them(
    data: st.DataObject, roles: bool
) -> None:
    old: list[Row] = []
    for place in sorted(data.draw(PLACES)):
        row, to = stance_alone(place, data.draw(LABELS)), data.draw(st.sampled_from(["issue", *range(len(old))]))
        side = SIDES.get(row.stance)
        if isinstance(to, int) and old[to].role != "none":
            row = replace(row, role="premise", to=to, rel=data.draw(st.sampled_from(["supports", "attacks"])))
        elif side is not None:
            row = replace(row, role="claim", to="issue", rel=side)
        old.append(row)
    new = [
        ("1", replace(stance_alone(place, stance, end), kind="byline" if stance == "neutral" and silent else "body"))
        for place in sorted(data.draw(PLACES))
        for stance, end, silent in [data.draw(st.tuples(LABELS, st.sampled_from([4, 9]), st.booleans()))]
    ]
    done = put_over(Earlier(old), new, [], roles=roles)
    assert list(check_rows(Path("x"), done.rows, "x" * 99, partial=True)) == []
