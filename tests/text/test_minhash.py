"""Signatures estimate how much two sets overlap, and are the same everywhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import minhash
from pipeline.text.minhash import signature

WORDS = [f"word {n}" for n in range(1000)]


@pytest.mark.parametrize("shared", [0, 200, 500, 800, 1000])
def test_places_that_agree_estimate_the_overlap(shared: int) -> None:
    one, other = WORDS[:1000], [*WORDS[:shared], *(f"other {n}" for n in range(1000 - shared))]
    overlap = shared / (2000 - shared)
    agree = float(np.mean(signature(one, 1024) == signature(other, 1024)))
    assert agree == pytest.approx(overlap, abs=4 * (overlap * (1 - overlap) / 1024) ** 0.5)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), st.randoms())
def test_order_and_repetition_do_not_count(shingles: list[str], random: object) -> None:
    shuffled = shingles * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert signature(shuffled, 16).tolist() == signature(shingles, 16).tolist()


def test_a_union_has_the_least_of_both() -> None:
    both = np.minimum(signature(WORDS[:300], 64), signature(WORDS[300:], 64))
    assert signature(WORDS, 64).tolist() == both.tolist()


def test_more_permutations_begin_with_the_same() -> None:
    assert signature(WORDS, 128)[:48].tolist() == signature(WORDS, 48).tolist()


def test_large_sets_are_signed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = signature(WORDS, 8)
    monkeypatch.setattr(minhash, "AT_ONCE", 7)
    assert signature(WORDS, 8).tolist() == whole.tolist()


def test_signatures_are_fixed() -> None:
    assert signature(["keep", "calm"], 3).tolist() == [441799400, 760624211, 1150858988]
