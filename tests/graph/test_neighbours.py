"""Runs of one voice, and who stands where in them."""

from scenes import Line, statements_of

from pipeline.graph.neighbours import Neighbours, neighbours_of


def around(lines: list[Line]) -> list[Neighbours]:
    return neighbours_of(statements_of(lines))


def test_a_run_is_one_voice_without_a_gap() -> None:
    found = around(
        [
            Line("One.", "pro", "Ann Lee", "indirect"),
            Line("Two.", "pro", "Ann Lee", "direct"),
            Line("Three.", "anti", "Bo Fox", "direct"),
            Line("Four.", "pro", "Ann Lee", "direct"),
        ]
    )
    assert [n.run for n in found] == [0, 1, 0, 0]
    assert [n.left for n in found] == [1, 0, 0, 0]
    assert [n.opening for n in found] == [None, 0, None, None]
    assert [n.first for n in found] == [None, 0, None, 0]
    assert [n.last for n in found] == [None, 0, None, 1]
    assert [n.next for n in found] == [1, 3, None, None]
    assert [n.reported for n in found] == [None, 0, None, 0]
    assert [n.ally for n in found] == [None, 0, None, 1]


def test_the_article_has_a_voice_for_each_side_and_a_speaker_one_for_both() -> None:
    found = around(
        [Line("One.", "pro"), Line("Two.", "anti"), Line("A.", "pro", "Ann Lee"), Line("B.", "anti", "Ann Lee")]
    )
    assert [n.run for n in found] == [0, 0, 0, 1]
