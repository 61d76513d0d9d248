"""What counts as saying the same."""

from collections.abc import Callable

import pytest
from scenes import Line, statements_of

from pipeline.graph.restate import rarity, restatements
from pipeline.params import Params

FULL = "Mayor Ann Lee vowed on Friday to keep Harlow a sanctuary for immigrants despite threats from Washington."


@pytest.fixture
def repeated(params: Params) -> Callable[..., dict[int, int]]:
    def find(*lines: Line) -> dict[int, int]:
        return {n: target for n, (target, _) in restatements(statements_of(lines), params.maps).items()}

    return find


def test_the_shorter_restates_the_fuller_wherever_it_stands(repeated: Callable[..., dict[int, int]]) -> None:
    short = Line("Mayor vows to keep Harlow a sanctuary for immigrants", "pro")
    assert repeated(short, Line(FULL, "pro")) == {0: 1}
    assert repeated(Line(FULL, "pro"), short) == {1: 0}


def test_of_equals_the_later_restates_the_earlier(repeated: Callable[..., dict[int, int]]) -> None:
    assert repeated(Line(FULL, "pro"), Line("It rained in Harlow.", "anti"), Line(FULL, "pro")) == {2: 0}


def test_the_other_side_does_not_restate(repeated: Callable[..., dict[int, int]]) -> None:
    assert repeated(Line(FULL, "pro"), Line(FULL, "anti")) == {}


def test_a_few_common_words_are_no_restatement(repeated: Callable[..., dict[int, int]]) -> None:
    assert repeated(Line("He said no.", "pro"), Line("He said no to the sanctuary rule of the county.", "pro")) == {}


def test_of_a_headline_less_is_asked(repeated: Callable[..., dict[int, int]]) -> None:
    lead = Line(
        "The county commissioners of Harlow voted 4 to 1 on Monday to keep a rule that shields immigrants.", "pro"
    )
    words = "Harlow keeps immigrants safe, commissioners vote"
    assert repeated(Line(words, "pro", kind="headline"), lead, Line("It rained.", "anti")) == {0: 1}
    assert repeated(Line(words, "pro"), lead, Line("It rained.", "anti")) == {}


def test_words_of_few_statements_weigh_more() -> None:
    weights = rarity(statements_of([Line("sanctuary detainer"), Line("sanctuary city"), Line("sanctuary policy")]))
    assert weights["sanctuar"] < weights["detainer"]
