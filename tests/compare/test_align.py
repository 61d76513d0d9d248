import time
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.compare.align import Alignment
from pipeline.records import Span

WORDS = st.lists(st.sampled_from(["the", "city", "council", "said", "no.", "It", "é😀"]), max_size=20)
TEXTS = st.builds(lambda words, gap: gap.join(words), WORDS, st.sampled_from([" ", "\n", "  "]))


def spans(text: str) -> list[Span]:
    return [(start, end) for start in range(len(text)) for end in range(start + 1, min(len(text), start + 12) + 1)]


@given(one=TEXTS, two=TEXTS)
@example("d d c", "a c d")  # difflib matches the other words when they change places
def test_a_followed_span_has_the_same_text_and_comes_back(one: str, two: str) -> None:
    there, back = Alignment(one, two), Alignment(two, one)
    for span in spans(one):
        found = there.follow(span)
        if found is not None:
            assert two[slice(*found)] == one[slice(*span)]
            assert back.follow(found) == span


@given(one=TEXTS, two=TEXTS)
@example("d d c", "a c d")
def test_both_directions_tell_the_same_edits(one: str, two: str) -> None:
    edits = Alignment(one, two).edits()
    assert [(old, new) for new, old in Alignment(two, one).edits()] == edits
    assert bool(edits) == (one != two)


@given(text=TEXTS)
def test_in_the_same_text_every_span_stays(text: str) -> None:
    alignment = Alignment(text, text)
    assert all(alignment.follow(span) == span for span in spans(text))


@given(one=TEXTS, two=TEXTS)
def test_edits_account_for_all_of_the_difference(one: str, two: str) -> None:
    edits = Alignment(one, two).edits()
    assert sum(len(new) - len(old) for old, new in edits) == len(two) - len(one)
    assert all(old in one and new in two for old, new in edits)


@pytest.mark.parametrize(
    ("one", "two", "edits"),
    [
        ("She will use it.", "She will utilize it.", [("use", "utilize")]),
        ("One two three.\nFour.", "One three.\nFour five.", [("two three.", "three."), ("Four.", "Four five.")]),
        ("Same.\n", "Same.\nMore.\n", [("", "More.\n")]),
        ("a", "", [("a", "")]),
        ("abXcdYe is", "abVcdWe is", [("abXcdYe", "abVcdWe")]),
    ],
)
def test_edits_are_told_in_whole_words(one: str, two: str, edits: list[tuple[str, str]]) -> None:
    assert Alignment(one, two).edits() == edits


def test_spans_beside_an_edit_move_and_those_across_it_are_edited() -> None:
    one, two = "Ana said no. Bo left. Cy came.", "Ana said no. Bo left early. Cy came."
    alignment = Alignment(one, two)
    assert alignment.follow((0, 12)) == (0, 12)
    assert alignment.follow((13, 21)) is None
    assert alignment.follow((22, 30)) == (28, 36)
    assert alignment.follow((0, 30)) is None


def test_in_a_long_line_each_edit_is_found_in_seconds() -> None:
    chance = Random(0)  # noqa: S311 (text, not a secret)
    words = [f"word{int(chance.paretovariate(0.5)) % 5000}" + "." * (n % 12 == 0) for n in range(60_000)]
    other = [f"new{n}" if n % 50 == 0 else word for n, word in enumerate(words)]
    start = time.monotonic()
    edits = Alignment(" ".join(words), " ".join(other)).edits()
    assert [new for _, new in edits] == [f"new{n}" for n in range(0, 60_000, 50)]
    assert time.monotonic() - start < 30
