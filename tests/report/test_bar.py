"""The small bar: shares of its width, for from the left and against from the right."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.bar import draw_bar

counts = st.integers(0, 10**6)


@given(counts, counts, counts)
def test_for_and_against_never_meet_beyond_their_shares(pro: int, anti: int, neutral: int) -> None:
    left, start, right = map(
        float, re.findall(r'pro" width="([\d.]+)".*x="([\d.]+)" width="([\d.]+)"', draw_bar(pro, anti, neutral))[0]
    )
    total = max(1, pro + anti + neutral)
    assert abs(left - 100 * pro / total) <= 0.05 + 1e-9
    assert abs(right - 100 * anti / total) <= 0.05 + 1e-9
    assert abs(start + right - 100) <= 0.1 + 1e-9


def test_nothing_makes_an_empty_bar() -> None:
    assert draw_bar(0, 0, 0).count('width="0.0"') == 2
