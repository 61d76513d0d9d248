"""The time line: no sentence lost, periods in order without a gap, the picture within its frame."""

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.index import IndexRow
from pipeline.report.timeline import MOST, Period, Times, draw_timeline

dates = st.none() | st.dates().map(str) | st.dates().map(lambda d: f"{d}T10:00:00Z")
counts = st.integers(0, 5000)


def row(published: str | None, pro: int = 1, anti: int = 2) -> IndexRow:
    return IndexRow("a", "A", None, published, None, pro, anti, neutral=0, page="")


def by_time(rows: list[IndexRow]) -> tuple[list[Period], Period]:
    times = Times()
    for one in rows:
        times.add(one)
    return times.periods(), times.undated


@given(st.lists(st.builds(row, dates, counts, counts), max_size=30))
def test_every_sentence_is_in_one_period_or_aside(rows: list[IndexRow]) -> None:
    periods, aside = by_time(rows)
    assert len(periods) <= MOST
    for of in ("pro", "anti"):
        assert sum(getattr(p, of) for p in [*periods, aside]) == sum(getattr(r, of) for r in rows)
    assert sum(p.articles for p in [*periods, aside]) == len(rows)
    assert aside.articles == sum(r.published is None for r in rows)
    assert all(one.name < other.name for one, other in pairwise(periods))
    if periods:
        assert periods[0].articles
        assert periods[-1].articles


@given(st.lists(st.builds(row, st.dates().map(str), counts, counts), min_size=1, max_size=30))
def test_bars_stay_in_the_picture_and_apart(rows: list[IndexRow]) -> None:
    root = ElementTree.fromstring(draw_timeline(by_time(rows)[0]))  # noqa: S314 (drawn by this test)
    width, height = (float(root.attrib[k]) for k in ("width", "height"))
    rects = [r for r in root.iter() if r.tag.endswith("rect")]
    sides = [tuple(float(r.attrib[k]) for k in ("x", "y", "width", "height")) for r in rects]
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in sides)
    assert all(one[0] + one[2] < other[0] for one, other in pairwise(sides[::2]))


def test_periods_are_months_quarters_or_years_as_the_time_asks_for() -> None:
    for last, names in (
        ("2021-02-01", ["2021-01", "2021-02"]),
        ("2026-12-31", ["2021 Q1", "2026 Q4"]),
        ("2041-01-01", ["2021", "2041"]),
        ("2090-01-01", ["2020–2021", "2090–2091"]),
    ):
        periods, _ = by_time([row("2021-01-31"), row(last)])
        assert [periods[0].name, periods[-1].name] == names


def test_without_dates_there_is_no_period() -> None:
    periods, aside = by_time([row(None), row("not a date")])
    assert periods == []
    assert (aside.articles, aside.pro, aside.anti) == (2, 2, 4)
