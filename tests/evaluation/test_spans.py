"""Scores of spans: exact for sentences and entities, by words for attributions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.spans import Words, attribution_counts, attribution_scores, jaccard, match, span_f1

TEXT = "“We will not,” Ana Ruiz said. Lund agreed."
QUOTE, RUIZ, LUND, AGREED = (0, 14), (15, 23), (30, 34), (35, 41)
sets = st.lists(st.frozensets(st.integers(0, 8), max_size=5), max_size=6)


def test_exact_spans_score_by_hand() -> None:
    gold = [(0, 4, "ORG"), (6, 9, "GPE"), (12, 15, "GPE")]
    found = [(0, 4, "ORG"), (6, 9, "PERSON")]
    assert span_f1(gold, found) == pytest.approx({"precision": 1 / 2, "recall": 1 / 3, "f1": 2 / 5})


def test_nothing_found_and_nothing_there_score_zero() -> None:
    zero = {"precision": 0, "recall": 0, "f1": 0}
    assert span_f1([], []) == span_f1([(0, 1)], []) == span_f1([], [(0, 1)]) == zero


def test_the_same_item_twice_counts_once() -> None:
    assert span_f1([(0, 1)], [(0, 1), (0, 1)])["f1"] == 1


def test_words_do_not_mind_marks_and_spaces() -> None:
    words = Words(TEXT)
    assert words.of([QUOTE]) == words.of([(1, 12)]) == {0, 1, 2}
    assert words.of([(12, 15)]) == frozenset()
    assert words.of([(1, 3), RUIZ]) == {0, 3, 4}


def test_jaccard_of_two_empty_sets_is_zero() -> None:
    assert jaccard(frozenset(), frozenset()) == 0
    assert jaccard(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 1 / 2


@given(sets, sets)
def test_each_span_is_matched_once_at_most_and_best_first(
    gold: list[frozenset[int]], found: list[frozenset[int]]
) -> None:
    pairs = match(gold, found)
    assert len({i for i, _, _ in pairs}) == len({j for _, j, _ in pairs}) == len(pairs)
    overlaps = [overlap for _, _, overlap in pairs]
    assert overlaps == sorted(overlaps, reverse=True)
    assert all(overlap == jaccard(gold[i], found[j]) > 0 for i, j, overlap in pairs)


def test_content_needs_half_of_its_words_and_the_source_half_of_its_own() -> None:
    gold = [([QUOTE], [RUIZ]), ([AGREED], [LUND])]
    found = [([(1, 8)], [(19, 23)]), ([AGREED], [RUIZ])]  # "We will" by "Ruiz"; the second by the wrong speaker
    assert attribution_counts(TEXT, gold, found) == {"gold": 2, "found": 2, "content": 2, "source": 1}
    assert attribution_counts(TEXT, gold, [([(1, 3)], [RUIZ])])["content"] == 0


def test_speech_without_a_source_is_right_without_one_only() -> None:
    nobody: list[tuple[int, int]] = []
    assert attribution_counts(TEXT, [([QUOTE], nobody)], [([QUOTE], nobody)])["source"] == 1
    assert attribution_counts(TEXT, [([QUOTE], nobody)], [([QUOTE], [RUIZ])])["source"] == 0


def test_counts_are_summed_over_articles() -> None:
    one, two = {"gold": 2, "found": 2, "content": 2, "source": 1}, {"gold": 2, "found": 1, "content": 0, "source": 0}
    assert attribution_scores([one, two]) == pytest.approx(
        {"attributions": 4, "content_f1": 4 / 7, "source_accuracy": 1 / 2, "attribution_f1": 2 / 7}
    )
    assert attribution_scores([])["content_f1"] == 0
