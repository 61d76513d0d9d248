"""The report: whole, safe with hostile text, split into pages when large."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.params import Params, ReportParams
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


@pytest.mark.browser
def test_page_fits_a_phone_in_a_real_browser(run_on_seeds: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: make test-browser installs it")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs chromium: make test-browser installs it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 390, "height": 800})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((run_on_seeds / "report.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") == "A"
        browser.close()
    assert not errors
