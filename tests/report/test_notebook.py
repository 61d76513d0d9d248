"""What a notebook shows: the article and the map, self-contained, hostile text as text, styles kept inside."""

import re
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path

from pipeline import load
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import dump_line
from pipeline.report.layout import place
from pipeline.report.notebook import DrawnMap, show
from pipeline.report.svg import draw_map

HOSTILE = "The council met\n\nMayor </style><script>alert(1)</script> Ruiz said “</svg><img src=x>” keeps sanctuary cities safe."


class Tags(HTMLParser):
    """Collects the names of elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (of the base class)
        self.tags.append(tag)


def test_a_result_shows_its_sentences_and_its_map(run_on_seeds: Path) -> None:
    for found in read_articles(run_on_seeds):
        page = show(found)
        assert page.count('<span class="s ') == len(found.sentences)
        assert draw_map(found.map, place(found.map), {t.sentence: t for t in found.stances}) in page
        assert "://" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_hostile_text_stays_text() -> None:
    found = load()(HOSTILE)
    tags = Tags(found._repr_html_()).tags
    assert not {"script", "img"} & set(tags)
    assert tags.count("style") == 1
    assert "&lt;script&gt;" in found._repr_html_()
    assert (found._repr_html_() + "<b>").endswith("<b>")  # a plain string: nothing that is put beside it is escaped


def test_all_rules_of_the_style_stay_inside(run_on_seeds: Path) -> None:
    page = show(next(read_articles(run_on_seeds)))
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style.startswith(".argmap{")
    assert style.count("{") == style.count("}")
    assert not re.search(r":root|(?<![\w-])body\b", style)


def test_a_map_draws_itself_and_is_otherwise_the_same(run_on_seeds: Path) -> None:
    stored = next(read_articles(run_on_seeds)).map
    drawn = DrawnMap.of(stored)
    assert draw_map(stored, place(stored), {}) in drawn._repr_html_()
    assert drawn == stored
    assert stored == drawn
    assert dump_line(drawn) == dump_line(stored)
    assert [f.name for f in fields(drawn)] == [f.name for f in fields(stored)]
    assert isinstance(load()("The sanctuary rule keeps families safe.").map, DrawnMap)
