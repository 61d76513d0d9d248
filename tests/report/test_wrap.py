"""Lines of the map's boxes: never wider than asked, no word lost but at the end."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.wrap import ems, wrap

TEXTS = st.text(st.sampled_from("aimW 漢…\n"), max_size=200)


@given(TEXTS, st.integers(3, 20), st.integers(1, 4))
def test_lines_are_few_and_narrow(text: str, width: int, lines: int) -> None:
    found = wrap(text, width, lines)
    assert 1 <= len(found) <= lines
    assert all(ems(line) <= width for line in found)


@given(TEXTS)
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    assert "".join("".join(wrap(text, 10, 500)).split()) == "".join(text.split())


def test_what_is_cut_shows_an_ellipsis() -> None:
    assert wrap("one two three four", 6, 1) == ["one two …"]
    assert wrap("W" * 40, 5, 2) == ["WWWWW", "…"]
