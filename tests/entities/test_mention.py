"""Laying mentions over tokens: nothing overlaps, nothing is invented, what is left out had no room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.mention import Mention, longest, unique

SIZE = 20


@st.composite
def mentions(draw: st.DrawFn) -> list[Mention]:
    starts = draw(st.lists(st.integers(0, SIZE - 1), max_size=12))
    return [
        Mention(start, draw(st.integers(start + 1, SIZE)), draw(st.sampled_from(["ORG", "GPE"])), f"rule{n}", n % 3)
        for n, start in enumerate(starts)
    ]


@given(mentions())
def test_chosen_mentions_are_apart_and_in_order(candidates: list[Mention]) -> None:
    chosen = unique(longest(candidates, SIZE))
    assert set(chosen) <= set(candidates)
    assert all(a.end <= b.start for a, b in pairwise(chosen))


@given(mentions())
def test_what_is_left_out_meets_a_mention_at_least_as_long(candidates: list[Mention]) -> None:
    chosen = unique(longest(candidates, SIZE))
    for m in candidates:
        assert any(m.overlaps(c) and c.end - c.start >= m.end - m.start for c in chosen)


@given(mentions())
def test_order_of_candidates_does_not_matter(candidates: list[Mention]) -> None:
    spans = [m[:3] for m in unique(longest(candidates, SIZE))]
    assert [m[:3] for m in unique(longest(candidates[::-1], SIZE))] == spans


def test_of_two_equally_long_the_stronger_is_kept() -> None:
    weak, strong = Mention(2, 4, "GPE", "gazetteer", 1), Mention(3, 5, "ORG", "body", 2)
    assert unique(longest([weak, strong], 6)) == [strong]


def test_neighbours_that_are_equal_in_all_but_place_stay_two() -> None:
    cover = longest([Mention(0, 1, "GPE", "model"), Mention(1, 2, "GPE", "model")], 2)
    assert len(unique(cover)) == 2


def test_touching_is_not_overlapping_and_a_mention_does_not_hold_itself() -> None:
    left, right, both = Mention(0, 2, "ORG", "x"), Mention(2, 4, "ORG", "x"), Mention(0, 4, "ORG", "x")
    assert not left.overlaps(right)
    assert both.overlaps(right)
    assert both.holds(left)
    assert not both.holds(both)
