"""The sieve lets no key through unknown that has passed before."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.sieve import Sieve

KEYS = st.lists(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=9), max_size=9)


@given(KEYS)
def test_what_has_passed_is_known(groups: list[list[int]]) -> None:
    sieve, passed = Sieve(), set()
    for keys in groups:
        known = sieve.passed(np.array(keys, np.int64))
        assert all(known[n] for n, key in enumerate(keys) if key in passed)
        passed.update(keys)


def test_what_is_new_is_seldom_taken_for_known() -> None:
    sieve = Sieve()
    numbers = np.random.default_rng(1).integers(-(2**63), 2**63 - 1, 200_000)
    known = [sieve.passed(some) for some in np.split(numbers, 1000)]
    assert np.mean(np.concatenate(known)) < 0.02
