"""What counts as saying the same."""

from scenes import Line, statements_of

from pipeline.graph.features import Scene
from pipeline.graph.restate import restatements

FULL = "Mayor Ann Lee vowed on Friday to keep Harlow a sanctuary for immigrants despite threats from Washington."


def repeated(*lines: Line) -> dict[int, int]:
    return {n: target for n, (target, _) in restatements(Scene(statements_of(lines)), 0.6).items()}


def test_the_shorter_restates_the_fuller_wherever_it_stands() -> None:
    short = Line("Mayor vows to keep Harlow a sanctuary for immigrants", "pro")
    assert repeated(short, Line(FULL, "pro")) == {0: 1}
    assert repeated(Line(FULL, "pro"), short) == {1: 0}


def test_of_equals_the_later_restates_the_earlier() -> None:
    assert repeated(Line(FULL, "pro"), Line("It rained in Harlow.", "anti"), Line(FULL, "pro")) == {2: 0}


def test_the_other_side_does_not_restate() -> None:
    assert repeated(Line(FULL, "pro"), Line(FULL, "anti")) == {}


def test_a_few_common_words_are_no_restatement() -> None:
    assert repeated(Line("He said no.", "pro"), Line("He said no to the sanctuary rule of the county.", "pro")) == {}
