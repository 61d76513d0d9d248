"""The report of a run whose every text is hostile, in a real browser: nothing runs, nothing leaves the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import ELSEWHERE, MARK, RUN, Watch

from pipeline.params import ReportParams
from pipeline.report.write import write_report

pytestmark = pytest.mark.browser
PAGES = {
    "one": ["report.html"],
    "many": ["report.html", "report/corpus.html", "first article", "last article"],
}
# What a page would hold if a text of an article were not escaped, or a file were changed by somebody.
BREACHES = {
    "script": f"<script>{RUN}</script>",
    "handler": f"<img src=x onerror={RUN}>",
    "elsewhere": f"<script src='{ELSEWHERE}/x.js'></script>",
    "style": "<p id=probe style='color: rgb(1, 2, 3)'>x</p><style>#probe{color:rgb(1, 2, 3)}</style>",
    "frame": f"<iframe src='{ELSEWHERE}/'></iframe>",
    "form": f"<form id=f action='{ELSEWHERE}/'></form>",
}


@pytest.fixture(scope="module")
def site(hostile_run: Path) -> Path:
    for layout, most in (("one", 50), ("many", 1)):
        folder = hostile_run.with_name(layout)
        folder.mkdir()
        for path in hostile_run.glob("*.jsonl"):
            (folder / path.name).write_bytes(path.read_bytes())
        write_report(folder, ReportParams(**{**_numbers(), "max_articles_on_one_page": most}))
    return hostile_run.parent


def path_of(site: Path, layout: str, name: str) -> Path:
    """Find a page by its name, or an article's page by its place; those are named after hostile ids."""
    pages = sorted(p for p in (site / layout / "report").glob("*.html") if p.name != "corpus.html")
    return {"first article": pages[0], "last article": pages[-1]}[name] if " " in name else site / layout / name


def _numbers() -> dict[str, Any]:
    from pipeline.params import load_params

    return dict(load_params(Path(__file__).resolve().parents[2] / "params.yaml").report)


@pytest.fixture
def watch(browser: Any, site: Path) -> Iterator[Watch]:
    watched = Watch(browser, site.as_uri())
    yield watched
    watched.close()


@pytest.mark.parametrize(("layout", "name"), [(layout, name) for layout, names in PAGES.items() for name in names])
def test_hostile_text_is_shown_and_runs_nothing(watch: Watch, site: Path, layout: str, name: str) -> None:
    page = watch.open(path_of(site, layout, name).as_uri())
    for button in page.locator("button:visible").all():
        button.click()
    assert MARK in page.locator("main").inner_text()
    watch.check()


@pytest.mark.parametrize(("layout", "name"), [(layout, name) for layout, names in PAGES.items() for name in names])
def test_no_link_leads_out_of_the_report_or_runs(watch: Watch, site: Path, layout: str, name: str) -> None:
    page = watch.open(path_of(site, layout, name).as_uri())
    links = page.evaluate(
        "[...document.querySelectorAll('[href], [src], [action]')].map(e => e.href?.baseVal ?? e.href)"
    )
    assert links
    for link in links:
        assert link.startswith(((site / layout).as_uri(), "#")), link


@pytest.mark.parametrize("breach", BREACHES)
def test_the_policy_stops_what_escaping_would_miss(browser: Any, site: Path, tmp_path: Path, breach: str) -> None:
    text = (site / "one" / "report.html").read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace("<main", f"{BREACHES[breach]}<main", 1), encoding="utf-8")
    watch = Watch(browser, tmp_path.as_uri())
    page = watch.open(broken.as_uri())
    if breach == "form":
        page.evaluate("document.getElementById('f').submit()")
    page.wait_for_timeout(200)
    assert page.evaluate(f"window.{MARK}") is None
    assert any("CSP" in fault or "Content Security" in fault for fault in watch.faults), watch.faults
    assert not [fault for fault in watch.faults if fault.startswith("dialog")]
    if breach == "style":
        assert page.evaluate("getComputedStyle(document.getElementById('probe')).color") != "rgb(1, 2, 3)"
    watch.close()


def test_a_script_cannot_make_markup_of_text(watch: Watch, site: Path) -> None:
    page = watch.open((site / "one" / "report.html").as_uri())
    refused = "(() => { try { document.body.innerHTML = '<b>'; return 'made' } catch { return 'refused' } })()"
    assert page.evaluate(refused) == "refused"
