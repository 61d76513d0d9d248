"""What the linker sees: names that a reader understands, from a window around the statement."""

from scenes import Line, statements_of

from pipeline.graph.features import REACH, Scene


def scene(*lines: Line) -> Scene:
    return Scene(statements_of(lines))


def test_only_statements_within_reach_are_candidates() -> None:
    lines = [Line(f"Line {n}.", "pro") for n in range(2 * REACH + 3)]
    assert scene(*lines).near(REACH + 1) == [*range(1, REACH + 1), *range(REACH + 2, 2 * REACH + 2)]
    assert scene(Line("Alone.", "pro")).near(0) == []


def test_a_reason_right_after_a_reported_statement_says_so() -> None:
    found = scene(
        Line("Ann Lee said the rule works.", "pro", "Ann Lee", "indirect"),
        Line("“Because people call,” she said.", "pro", "Ann Lee", "direct"),
    ).pair(1, 0)
    wanted = {"1 back", "same speaker", "indirect to direct", "reported opening of its run", "reason, back"}
    assert wanted <= set(found)


def test_a_rival_is_on_the_other_side_and_an_ally_on_the_same() -> None:
    lines = [Line("A.", "pro", "Ann Lee"), Line("B.", "anti", "Bo Fox"), Line("C.", "pro", "Cy Roe")]
    assert "other side" in scene(*lines).pair(1, 0)
    assert "ally" in scene(*lines).pair(2, 0)
    assert "other side" not in scene(Line("A.", "pro", "Ann Lee"), Line("B.", "anti", "Ann Lee")).pair(1, 0)


def test_a_statement_tells_its_markers_and_words() -> None:
    own = scene(Line("The city should end it because crime rose.", "anti")).own(0)
    assert {"has verdict", "has reason", "word crime", "first of its voice", "opens with the city"} <= set(own)
