"""The report: whole, safe with hostile text, split into pages when large."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pipeline.params import Params, ReportParams
from pipeline.report.anchors import anchor
from pipeline.report.write import write_report
from pipeline.run import run_all

HOSTILE = (
    'Mayor <script>alert(1)</script> Ruiz said "</svg><img src=x onerror=alert(1)>" keeps sanctuary cities safe.\n'
)


class Links(HTMLParser):
    """Collects ids, link targets and element names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.hrefs += [v for k, v in attrs if k == "href" and v]


def test_every_link_leads_somewhere_and_nothing_comes_from_elsewhere(run_on_seeds: Path) -> None:
    page = (run_on_seeds / "report.html").read_text(encoding="utf-8")
    links = Links(page)
    assert len(links.ids) == len(set(links.ids))
    assert {h[1:] for h in links.hrefs if h.startswith("#")} <= set(links.ids)
    assert all(h.startswith("#") for h in links.hrefs)
    assert not links.tags & {"script", "img", "iframe", "link", "object"}
    assert "://" not in re.sub(r'xmlns="[^"]*"', "", page)


def test_all_text_of_the_articles_is_on_the_page(run_on_seeds: Path) -> None:
    page = (run_on_seeds / "report.html").read_text(encoding="utf-8")
    assert "Avideh Moussavian" in page
    assert page.count("<article ") == 5


def test_hostile_text_stays_text(tmp_path: Path, params: Params) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE)
    run_all([str(tmp_path / "a.txt")], tmp_path / "out", params)
    links = Links((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert not links.tags & {"script", "img"}


def test_many_articles_get_a_page_each(run_on_seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(run_on_seeds, out)
    assert write_report(out, ReportParams(max_articles_on_one_page=2)) == 5
    hrefs = Links((out / "report.html").read_text(encoding="utf-8")).hrefs
    assert len(hrefs) == 5
    assert all((out / href).exists() for href in hrefs)


def test_pages_of_an_earlier_larger_run_go_and_other_files_stay(run_on_seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(run_on_seeds, out)
    write_report(out, ReportParams(max_articles_on_one_page=2))
    (out / "report" / "notes.html").write_text("mine")
    (out / "report" / "000009.html").write_text("of a larger run")
    write_report(out, ReportParams(max_articles_on_one_page=2))
    assert len(list((out / "report").iterdir())) == 6
    write_report(out, ReportParams(max_articles_on_one_page=50))
    assert [p.name for p in (out / "report").iterdir()] == ["notes.html"]


def test_a_page_of_its_own_leads_back_to_the_index(run_on_seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(run_on_seeds, out)
    write_report(out, ReportParams(max_articles_on_one_page=2))
    links = Links((out / "report" / "000000.html").read_text(encoding="utf-8"))
    assert [h for h in links.hrefs if not h.startswith("#")] == ["../report.html"]
    assert {h[1:] for h in links.hrefs if h.startswith("#")} <= set(links.ids)


def test_an_article_without_a_title_is_known_by_how_it_begins(run_on_seeds: Path) -> None:
    page = (run_on_seeds / "report.html").read_text(encoding="utf-8")
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    assert len(headings) == 5
    assert not [h for h in headings if re.match(r"\d{3}_", h)]
    assert any(h.startswith("Massachusetts, which advocates") and h.endswith("…") for h in headings)


def test_every_speaker_of_a_sentence_is_linked_from_it(run_on_seeds: Path) -> None:
    page = (run_on_seeds / "report.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'class="who" href="#([^"]+)"', page))
    for line in (run_on_seeds / "quotes.jsonl").read_text(encoding="utf-8").splitlines():
        speaker = json.loads(line)["speaker"]
        assert speaker is None or anchor(speaker) in linked


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_page_fits_any_width_in_a_real_browser(browser: Any, run_on_seeds: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: errors.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((run_on_seeds / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not errors


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_reasons_show_on_hover_and_on_focus_inside_the_window(browser: Any, run_on_seeds: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((run_on_seeds / "report.html").as_uri())
    sentence = page.locator(".text .s.anti").nth(3)
    tip = sentence.locator(".tip")
    assert not tip.is_visible()
    sentence.hover()
    assert tip.is_visible()
    assert "weighed most" in tip.inner_text()
    page.mouse.move(0, 0)
    assert not tip.is_visible()
    sentence.focus()
    assert tip.is_visible()
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.browser
def test_tab_leads_through_sentences_and_map(browser: Any, run_on_seeds: Path) -> None:
    page = browser.new_page()
    page.goto((run_on_seeds / "report.html").as_uri())
    seen = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('nav, .text, .speakers, svg')?.classList[0] ?? ''"))
    assert {"scroll", "text", "speakers", "map"} <= seen


@pytest.mark.browser
def test_print_and_dark_mode_keep_the_sides_apart(browser: Any, run_on_seeds: Path) -> None:
    colours = "['pro', 'anti'].map(c => getComputedStyle(document.querySelector('.legend .' + c)).backgroundColor)"
    page = browser.new_page(color_scheme="dark")
    page.goto((run_on_seeds / "report.html").as_uri())
    dark = page.evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.evaluate(colours)
    assert len({*dark, *printed}) == 4  # paper is white, whatever the screen is
    assert page.evaluate("getComputedStyle(document.querySelector('.s')).printColorAdjust") == "exact"
