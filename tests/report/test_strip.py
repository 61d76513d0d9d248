"""The strip of boxes: one an article, in order, and harmless whatever titles hold."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pipeline.records import Appearance, StanceCounts
from pipeline.report.index import IndexRow
from pipeline.report.strip import draw_strip

LONG = "The council of Birch votes on Monday about the ban, and nobody in town can say what will come of it"


def seen(article: str, **changes: object) -> Appearance:
    values = {
        "article": article, "speaker": f"{article}:p1", "published": "2025-03-01T10:00", "position": "pro",
        "stance": StanceCounts(pro=1, anti=0, neutral=0), "duplicate": False,
    }  # fmt: skip
    return Appearance(**(values | changes))  # type: ignore[arg-type]


def row(title: str) -> IndexRow:
    return IndexRow("a", title, None, None, None, 1, 0, 0, "a.html")


def test_a_box_tells_the_side_the_day_and_the_article() -> None:
    assert draw_strip([seen("a")], lambda _: row(LONG)) == (
        '<a class="pro" href="a.html#a_3a_p1" title="2025-03-01: ' + LONG + '"><span class="unseen">for in '
        "The council of Birch votes on Monday about the ban, and...</span>"
        '<span aria-hidden="true">+</span></a>'
    )


def test_an_article_without_a_date_and_a_near_copy_are_told() -> None:
    drawn = draw_strip([seen("a", published=None, position="mixed", duplicate=True)], lambda _: row("Vote"))
    assert '<a class="mixed dup"' in drawn
    assert 'title="no date: Vote"' in drawn
    assert "on both sides in Vote" in drawn


@given(st.lists(st.text(), max_size=4))
def test_no_title_ends_its_place(titles: list[str]) -> None:
    appearances = [seen(str(number)) for number in range(len(titles))]
    drawn = draw_strip(appearances, lambda article: row(titles[int(article)]))
    assert re.findall(r'(?<=title="2025-03-01: )[^"]*(?=">)', drawn, re.DOTALL) == [
        str(Markup.escape(t)) for t in titles
    ]
    assert drawn.count("<a ") == drawn.count("</a>") == len(titles)
    assert drawn.count("<span") == 2 * len(titles)
