"""The page at every width, by mouse and touch, for axe, and against hostile words and pages."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from editor_page import Open, Serve, Visit, current, disk, press, settled

pytestmark = pytest.mark.browser
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}}\n\nMayor Edda Krohn said “no \u202e”.\n"
)


def test_hostile_words_are_shown_and_never_run(open_article: Open, serve: Serve, visit: Visit) -> None:
    session = open_article(HOSTILE)
    address = serve(session)
    page = visit(address)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    press(page, "s")
    page.keyboard.type("<img src=x onerror=alert(2)>")
    press(page, "Enter", "w", "Escape", "j", "k")
    settled(page)
    page.reload()
    page.wait_for_selector("#rows li")
    assert "<script>alert(1)</script>" in page.inner_text("#rows")
    assert page.locator("img, #rows script").count() == 0
    assert (
        page.evaluate("(() => { try { document.body.innerHTML = '<b>'; return true } catch { return false } })()")
        is False
    )


def test_another_origin_can_neither_read_nor_write_nor_frame(
    open_article: Open, serve: Serve, browser: Any, tmp_path: Path
) -> None:
    session = open_article()
    address = serve(session)
    (tmp_path / "evil.html").write_text(f"<iframe src='{address}'></iframe>")
    page = browser.new_page()
    page.goto((tmp_path / "evil.html").as_uri())
    ask = (
        """async ([url, options]) => { try { return (await fetch(url, options)).status } catch { return 'blocked' } }"""
    )
    body = json.dumps({"draft": session.state()["draft"], "revision": session.files.revision()})
    for options in ({}, {"method": "PUT", "body": body, "headers": {"Content-Type": "application/json"}}):
        assert page.evaluate(ask, [f"{address}reading", options]) == "blocked"
    page.evaluate(ask, [f"{address}cut", {"method": "POST", "mode": "no-cors", "body": body}])
    assert "looked at" not in page.frames[1].evaluate("document.documentElement.innerText")
    assert not session.folder.exists()
    page.close()


def test_the_mouse_does_it_all_too(open_article: Open, serve: Serve, visit: Visit) -> None:
    session = open_article(blind=True)
    page = visit(serve(session), viewport={"width": 390, "height": 800}, has_touch=True)
    page.locator("#rows button").nth(2).tap()
    for label in (".stance.pro", ".quote.indirect", ".role.premise", ".rel.attacks", ".kind.caption"):
        page.locator(label).tap()
    page.select_option("#to", "issue")
    page.fill("#speaker", "Edda Krohn")
    page.locator("#accept").tap()
    settled(page)
    row = disk(session).rows[2]
    assert (row.stance, row.quote, row.role, row.rel, row.kind) == ("pro", "indirect", "premise", "attacks", "caption")
    assert (row.to, row.speaker) == ("issue", "Edda Krohn")
    assert current(page) == 3


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_page_fits_any_width_and_keeps_the_sentence_in_sight(
    width: int, open_article: Open, serve: Serve, visit: Visit
) -> None:
    page = visit(
        serve(open_article(" ".join(["The council met for two hours and went home."] * 40))),
        viewport={"width": width, "height": 700},
    )
    for _ in range(8):
        press(page, "Enter")
        row, head = page.locator("#rows [aria-current]").bounding_box(), page.locator("header").bounding_box()
        panel = page.locator("#panel").bounding_box()
        foot = panel["y"] if width < 900 else 700
        assert head["y"] + head["height"] <= row["y"]
        assert row["y"] + row["height"] <= foot
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(scheme: str, width: int, open_article: Open, serve: Serve, visit: Visit) -> None:
    pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python: make test-browser installs it")
    source = Path(str(import_module("axe_playwright_python").__file__)).with_name("axe.min.js")
    session = open_article()
    session.folder.mkdir()
    (session.folder / "GUIDELINE.md").write_text("# Labels\n\n- **pro**\n\n| a | b |\n|---|---|\n| c | d |\n")
    page = visit(serve(session), color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    press(page, "Enter", "p", "c", "n", "v", "w")
    page.wait_for_selector("#problems li")
    page.add_script_tag(path=source)
    for keys in ((), ("Escape", "h"), ("Escape", "?")):
        press(page, *keys)
        found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
        assert found == []
