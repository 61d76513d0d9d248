"""Helpers that name what a noun stands for."""

import pytest

from pipeline.speakers.naming import singular
from pipeline.speakers.words import gender_of


@pytest.mark.parametrize(("noun", "one"), [("studies", "study"), ("reports", "report"), ("memo", "memo")])
def test_regular_plurals_have_a_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


@pytest.mark.parametrize(("title", "gender"), [("ms.", "f"), ("spokesman", "m"), ("sheriff", None), ("", None)])
def test_titles_tell_a_gender_or_none(title: str, gender: str | None) -> None:
    assert gender_of(title) == gender
