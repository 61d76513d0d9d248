"""The report in a real browser: fits, links, filters, sorts, is read without sight, pointer or script, and runs nothing else."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.params import ReportParams
from pipeline.records.pages import page_of
from pipeline.report.index import CORPUS
from pipeline.report.write import write_report

pytestmark = pytest.mark.browser
MakeUp = Callable[[Path, Sequence[Any]], Path]
ONE_PAGE, PAGES = ReportParams(max_articles_on_one_page=50), ReportParams(max_articles_on_one_page=1)
BROKEN = "</script></style></title>{}<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>\"'>"
PARTS = {"whole": "whole/report.html", "index": "many/report.html"} | {
    "article": f"many/report/{page_of('b')}",
    "corpus": f"many/report/{CORPUS}",
}


@pytest.fixture(scope="module")
def site(make_up: MakeUp, told: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles, in the folder `whole` on one page, in `many` on pages of their own."""
    folder = tmp_path_factory.mktemp("site")
    articles = [told("a", published="2020-01-02"), told("b", name="Tom Lee"), told("c", title="Copy", duplicate_of="a")]
    write_report(make_up(folder / "whole", articles), ONE_PAGE)
    write_report(make_up(folder / "many", articles), PAGES)
    return folder


@pytest.fixture
def article(browser: Any, site: Path) -> Iterator[Any]:
    """The page of one article."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((site / PARTS["article"]).as_uri())
    yield page
    page.close()


def lit(page: Any) -> set[str]:
    """Give the ids of what is lit; of an edge, its node's in brackets."""
    ids = "[...document.querySelectorAll('.lit')].map(e => e.id || '(' + e.dataset.node + ')')"
    return set(page.evaluate(ids))


def shown(page: Any) -> list[str]:
    """Give the ids of the sentences and boxes that fit the filters."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.text .s:not(.off), a.node:not(.off)')].map(e => e.id)"
    )
    return [id_.removeprefix("b_3a_") for id_ in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing(browser: Any, site: Path, part: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="make test-browser installs it").Axe()
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto((site / PARTS[part]).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    response = axe.run(page).response
    assert response["passes"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in response["violations"]] == []
    if part in ("whole", "article"):
        page.locator("select[name=stance]").first.select_option("pro")
        assert [v["id"] for v in axe.run(page).response["violations"]] == []


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
@pytest.mark.parametrize("part", PARTS)
def test_pages_fit_any_width(browser: Any, site: Path, part: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((site / PARTS[part]).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_map_stands_beside_the_text_where_there_is_room(article: Any) -> None:
    def places() -> tuple[dict[str, float], dict[str, float]]:
        return article.locator(".text").bounding_box(), article.locator(".side").bounding_box()

    text, side = places()
    assert text["x"] + text["width"] <= side["x"]
    article.set_viewport_size({"width": 390, "height": 800})
    text, side = places()
    assert text["y"] + text["height"] <= side["y"]


def test_a_box_lights_its_sentence_its_speaker_and_its_edge(article: Any) -> None:
    together = {"b_3a_n3", "(b_3a_n3)", "b_3a_s2", "b_3a_p0"}
    for point in ("hover", "focus"):
        getattr(article.locator("#b_3a_n3"), point)()
        assert lit(article) == together
        assert article.locator("#b_3a_s2 .tip").is_visible()
        getattr(article.locator("#b_3a_s2"), point)()
        assert lit(article) == together
        article.mouse.move(0, 0)
        article.evaluate("document.activeElement.blur()")
        article.mouse.move(5, 5)
        assert lit(article) == set()


def test_a_speaker_lights_all_that_is_theirs(article: Any) -> None:
    article.locator(".speakers tbody th").hover()
    assert lit(article) == {"b_3a_p0", "b_3a_s1", "b_3a_s2", "b_3a_n2", "b_3a_n3"}


def test_links_lead_both_ways(article: Any) -> None:
    article.locator("#b_3a_n3").click()
    assert article.evaluate("location.hash") == "#b_3a_s2"
    article.locator("#b_3a_s2 .sign").click()
    assert article.evaluate("location.hash") == "#b_3a_n3"
    article.locator("#b_3a_s2 a.who").click()
    assert article.evaluate("location.hash") == "#b_3a_p0"


@pytest.mark.parametrize(
    ("choices", "fit"),
    [
        ({"stance": "anti"}, ["s1", "s2", "n2", "n3"]),
        ({"stance": "neutral"}, ["s5"]),
        ({"sure": "no"}, ["s1", "s4", "n2", "n5"]),
        ({"voice": "quoted"}, ["s2", "n3"]),
        ({"who": "b_3a_p0"}, ["s1", "s2", "n2", "n3"]),
        ({"who": "-"}, ["s0", "s3", "s4", "s5", "n1", "n4", "n5"]),
        ({"stance": "pro", "sure": "yes"}, ["s0", "s3", "n1", "n4"]),
        ({"stance": "pro", "who": "b_3a_p0"}, []),
    ],
)
def test_filters_hold_for_sentences_and_boxes(article: Any, choices: dict[str, str], fit: list[str]) -> None:
    for name, value in choices.items():
        article.locator(f"select[name={name}]").select_option(value)
    assert sorted(shown(article)) == sorted(fit)
    sentences = sum(id_.startswith("s") for id_ in fit)
    said = article.get_by_role("status").inner_text()
    assert said == f"{sentences} of 6 sentences and {len(fit) - sentences} of 5 boxes fit"
    assert not article.locator("a.node.off:not([tabindex='-1']), .s.off:not([inert])").count()
    article.get_by_label("leave the rest out").check()
    assert article.locator(".text .s").evaluate_all("all => all.filter(e => e.checkVisibility()).length") == sentences
    article.get_by_role("button", name="Reset").click()
    assert len(shown(article)) == 11
    assert article.get_by_role("status").inner_text() == "6 of 6 sentences and 5 of 5 boxes shown"


def test_a_link_to_what_is_left_out_shows_it_again(article: Any) -> None:
    article.locator("select[name=stance]").select_option("pro")
    article.get_by_label("leave the rest out").check()
    article.locator(".said a").click()
    article.locator("#b_3a_s2").wait_for(state="visible")
    assert len(shown(article)) == 11


def test_keys_alone_lead_through_the_page_and_work_its_filters(article: Any) -> None:
    seen: list[str] = []
    place = "e => e.closest('.skip, nav, .glance, .filters, .text, .map, .list, .speakers')?.className || ''"
    for _ in range(60):
        article.keyboard.press("Tab")
        at = article.evaluate(f"({place})(document.activeElement)")
        if at and at not in seen:
            seen.append(at)
        if article.evaluate("document.activeElement.name") == "stance":
            article.keyboard.press("ArrowDown")
            assert "s0" in shown(article)
            assert "s1" not in shown(article)
            article.keyboard.press("ArrowUp")
    assert [name.split()[0] for name in seen] == ["skip", "top", "glance", "filters", "text", "map", "list", "speakers"]


def test_escape_puts_the_scores_away(article: Any) -> None:
    tip = article.locator("#b_3a_s2 .tip")
    article.locator("#b_3a_s2").focus()
    assert tip.is_visible()
    article.keyboard.press("Escape")
    assert not tip.is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_scores_show_inside_the_window(browser: Any, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((site / PARTS["article"]).as_uri())
    page.locator("#b_3a_s1").hover()
    box = page.locator("#b_3a_s1 .tip").bounding_box()
    assert "weighed most" in page.locator("#b_3a_s1 .tip").inner_text()
    assert 0 <= box["x"] < box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 800


def test_tables_sort_up_down_and_back(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PARTS["index"]).as_uri())

    def dates() -> list[str]:
        found: list[str] = page.locator(".index td.date").all_inner_texts()
        return found

    button = page.get_by_role("button", name="Date")
    orders = []
    for _ in range(3):
        button.click()
        orders.append((page.locator("th", has=button).get_attribute("aria-sort"), dates()))
    up = ["2020-01-02", "2021-03-04", "2021-03-04"]
    assert orders == [("ascending", up), ("descending", up[::-1]), (None, up)]


@pytest.mark.parametrize("part", PARTS)
def test_without_script_all_is_there_and_no_control_is_dead(browser: Any, site: Path, part: str) -> None:
    with_script, without = (browser.new_context(java_script_enabled=on).new_page() for on in (True, False))
    for page in (with_script, without):
        page.goto((site / PARTS[part]).as_uri())
    assert not without.locator("select:visible, button:visible").count()
    for selector in (".text", ".map", ".speakers", ".index", ".corpus tbody", ".timeline"):
        assert without.locator(selector).all_text_contents() == with_script.locator(selector).all_text_contents()
        assert all(
            one.is_visible()
            for one in without.locator(selector).all()
            if not one.locator("xpath=ancestor::details").count()
        )
    if part == "article":
        without.locator("#b_3a_s2").hover()
        assert without.locator("#b_3a_s2 .tip").is_visible()


@pytest.mark.parametrize("part", PARTS)
def test_hostile_text_runs_nothing(browser: Any, make_up: MakeUp, told: Any, tmp_path: Path, part: str) -> None:
    ids = ("page-top", "b", BROKEN)
    articles = [
        told(i, title=BROKEN, source=BROKEN, url=f"javascript:{BROKEN}", name=BROKEN, extra=BROKEN) for i in ids
    ]
    for folder, params in (("whole", ONE_PAGE), ("many", PAGES)):
        write_report(make_up(tmp_path / folder, articles), params)
    page = browser.new_page()
    heard: list[str] = []
    for event in ("dialog", "console", "pageerror"):
        page.on(event, lambda message: heard.append(str(message)))  # a dialog stays open, and ends the test in time
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith("file:") else None)
    page.add_init_script("addEventListener('securitypolicyviolation', e => console.log(e.violatedDirective))")
    page.goto((tmp_path / PARTS[part]).as_uri())
    for select in page.locator("select").all():
        select.select_option(index=1)
    for button in page.locator("button:visible").all():
        button.click()
    for one in page.locator("a.node, .text .s[tabindex], .speakers tbody tr").all():
        one.dispatch_event("pointerover")
    assert heard == []


def test_print_and_dark_mode_keep_the_sides_apart(browser: Any, site: Path) -> None:
    colours = "['pro', 'anti'].map(c => getComputedStyle(document.querySelector('.legend .s.' + c)).backgroundColor)"
    page = browser.new_page(color_scheme="dark")
    page.goto((site / PARTS["article"]).as_uri())
    dark = page.evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.evaluate(colours)
    assert len({*dark, *printed}) == 4  # paper is white, whatever the screen is
    assert page.evaluate("getComputedStyle(document.querySelector('.text .s')).printColorAdjust") == "exact"
    assert not page.locator(".filters").is_visible()
