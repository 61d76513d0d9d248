"""A sample of what `make fuzz` does at length: odd articles keep every promise of the outputs."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from invariants import broken
from odd_articles import made_up, mutated

from pipeline.api import Argmap, load
from pipeline.errors import InputError
from pipeline.text.checks import check_text

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def argmap() -> Argmap:
    return load()


@pytest.mark.parametrize("number", range(20))
def test_a_mutated_article_keeps_every_promise(argmap: Argmap, number: int) -> None:
    text = mutated([path.read_text(encoding="utf-8") for path in SEEDS], random.Random(number))  # noqa: S311 (the same each time)
    assert broken(argmap(text)) == []


@settings(max_examples=20, deadline=None, derandomize=True)
@given(made_up)
def test_a_made_up_article_keeps_every_promise(argmap: Argmap, text: str) -> None:
    try:
        check_text(text, "text", 1000)
    except InputError:
        return
    assert broken(argmap(text)) == []
