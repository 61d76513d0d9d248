"""Splitting and merging move no character, whatever characters there are, and every target stays the same row."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.editor.draft import Draft, fault_of
from pipeline.annotate.editor.segment import merge, split
from pipeline.gold.corpus import Row

LETTERS = st.sampled_from("aZ.é🕊️𝔘👩‍👧漢\u0301\u200d ־ש") | st.characters(exclude_categories=["Cs"])
SENTENCE = st.text(LETTERS, min_size=1, max_size=12).filter(lambda s: s.strip() == s)
GAP = st.sampled_from(["", " ", "\n\n", "\r\n", "\u2028"])


def row(start: int, end: int) -> Row:
    return Row(start=start, end=end, kind="body", stance="neutral", speaker=None, quote="none", role="none", to=None, rel=None)  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Draft, str]:
    text, rows = draw(GAP), []
    for sentence in draw(st.lists(SENTENCE, min_size=1, max_size=6)):
        rows.append(row(len(text), len(text) + len(sentence)))
        text += sentence + draw(GAP)
    for n in range(len(rows)):
        goals: list[int | Literal["issue"] | None] = [None, "issue", *(m for m in range(len(rows)) if m != n)]
        to = draw(st.sampled_from(goals))
        if to is not None:
            rows[n] = replace(rows[n], role="premise", to=to, rel=draw(st.sampled_from(["supports", "attacks"])))
        rows[n] = replace(
            rows[n],
            stance=draw(st.sampled_from(["pro", "anti", "neutral"])),
            speaker=draw(st.none() | st.just("Edda Krohn")),
        )
    read = draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    return Draft(rows=rows, spans=[], read=read, at=draw(st.integers(0, len(rows) - 1))), text


def targets(draft: Draft) -> list[object]:
    """Say what each row serves by the beginning of its target."""
    return [draft.rows[r.to].start if isinstance(r.to, int) else r.to for r in draft.rows]


@given(drafts(), st.data())
def test_a_split_keeps_every_character_that_is_no_space_and_every_target(
    made: tuple[Draft, str], data: st.DataObject
) -> None:
    draft, text = made
    number = data.draw(st.integers(0, len(draft.rows) - 1))
    old = draft.rows[number]
    at = data.draw(st.integers(old.start - 1, old.end + 1))
    if not text[old.start : max(at, old.start)].strip() or not text[max(at, old.start) : old.end].strip():
        with pytest.raises(ValueError, match="caret"):
            split(draft, text, number, at)
        return
    after = split(draft, text, number, at)
    first, second = after.rows[number : number + 2]
    assert fault_of(after, text) is None
    assert (first.start, second.end) == (old.start, old.end)
    assert first.end <= at <= second.start
    assert not text[first.end : second.start].strip()
    for part in (first, second):
        assert text[part.start : part.end] == text[part.start : part.end].strip()
    assert targets(after)[: number + 1] + targets(after)[number + 2 :] == targets(draft)
    assert after.read == [*draft.read[:number], False, False, *draft.read[number + 1 :]]


@given(drafts(), st.data())
def test_merging_what_was_split_gives_the_row_back(made: tuple[Draft, str], data: st.DataObject) -> None:
    draft, text = made
    number = data.draw(st.integers(0, len(draft.rows) - 1))
    old = draft.rows[number]
    at = data.draw(st.integers(old.start, old.end))
    if text[old.start : at].strip() and text[at : old.end].strip():
        again = merge(split(draft, text, number, at), text, number)
        assert again.rows == draft.rows
        assert again.read == [r and n != number for n, r in enumerate(draft.read)]


@given(drafts(), st.data())
def test_a_merge_leaves_no_row_that_serves_itself_and_no_number_that_is_no_row(
    made: tuple[Draft, str], data: st.DataObject
) -> None:
    draft, text = made
    number = data.draw(st.integers(0, len(draft.rows) - 1))
    if number + 1 == len(draft.rows):
        with pytest.raises(ValueError, match="last"):
            merge(draft, text, number)
        return
    after = merge(draft, text, number)
    assert fault_of(after, text) is None
    assert (after.rows[number].start, after.rows[number].end) == (draft.rows[number].start, draft.rows[number + 1].end)
    assert after.rows[number].to != number
    ends = {draft.rows[number + 1].start: draft.rows[number].start}
    outside = [t for n, t in enumerate(targets(draft)) if n not in (number, number + 1)]
    assert [t for n, t in enumerate(targets(after)) if n != number] == [ends.get(t, t) for t in outside]  # type: ignore[call-overload]


def test_a_merge_takes_each_label_from_the_part_that_has_one() -> None:
    rows = [
        row(0, 3),
        replace(row(4, 7), stance="pro", speaker="Ana", quote="direct", role="claim", to="issue", rel="supports"),
    ]
    after = merge(Draft(rows=rows, spans=[], read=[True, True], at=1), "One two", 0)
    assert after.rows == [replace(rows[1], start=0)]
    assert (after.read, after.at) == ([False], 0)


def test_rows_with_words_between_them_are_not_merged() -> None:
    draft = Draft(rows=[row(0, 3), row(8, 11)], spans=[], read=[True, True], at=0)
    with pytest.raises(ValueError, match="no row covers"):
        merge(draft, "One two tri", 0)


@pytest.mark.parametrize("number", [-1, 1])
def test_a_row_that_is_not_there_is_refused(number: int) -> None:
    draft = Draft(rows=[row(0, 3)], spans=[], read=[True], at=0)
    with pytest.raises(ValueError, match=r"no row|last"):
        split(draft, "One", number, 1)
