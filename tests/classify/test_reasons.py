"""Reasons by side."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.reasons import reasons_of


def test_reasons_are_named_by_side() -> None:
    assert reasons_of("Witnesses no longer trust the police.") == ["pro:trust", "pro:reporting", "most:pro"]
    assert reasons_of("It is a danger, and it breaks families apart.")[-1] == "most:both"
    assert reasons_of("The council met on Monday.") == []


@given(st.text(max_size=300))
def test_reasons_of_any_text_are_named_once(text: str) -> None:
    assert len(reasons_of(text)) == len(set(reasons_of(text)))
