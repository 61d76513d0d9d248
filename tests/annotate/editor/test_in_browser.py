"""The page in a real Chromium, as an annotator uses it: by keyboard, by mouse, twice at once, with a full disk."""

import errno
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotate.check import check_folder
from pipeline.annotate.editor.draft import Draft
from pipeline.annotate.editor.session import Session

pytestmark = pytest.mark.browser
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}}\n\nMayor Edda Krohn said “no \u202e”.\n"
)
Open = Callable[..., Session]
Serve = Callable[[Session], str]


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open the page; an error of its script fails the test."""
    errors: list[str] = []
    contexts = []

    def visited(address: str, **options: Any) -> Any:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda m: errors.append(m.text) if "Content Security" in m.text else None)
        page.goto(address)
        page.wait_for_selector("#rows li")
        return page

    yield visited
    for context in contexts:
        context.close()
    assert not errors


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def wait_for(page: Any, state: str) -> None:
    page.wait_for_selector(f"#saved[data-state={state}]")


def settled(page: Any) -> None:
    """Wait until the last change is on disk."""
    wait_for(page, "saved")


def wait_for_rows(page: Any, count: int) -> None:
    page.wait_for_selector(f"#rows li:last-child:nth-child({count})")


def current(page: Any) -> int:
    return int(page.inner_text("#rows [aria-current] .number"))


def disk(session: Session) -> Draft:
    draft = session.files.load()
    assert draft is not None
    return draft


def words_of(session: Session) -> list[str]:
    return [session.text[r.start : r.end] for r in disk(session).rows]


def test_a_whole_article_by_keyboard_one_key_a_sentence_that_is_right(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article()
    page = visit(serve(session))
    count = page.locator("#rows li").count()
    press(page, *["Enter"] * count)
    settled(page)
    assert disk(session).read == [True] * count
    assert page.inner_text("#count") == f"{count} of {count} looked at"
    assert "All sentences" in page.inner_text("#say")
    assert check_folder(session.folder, session.folder / "none") == (1, [])


def test_every_label_by_keyboard(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    press(page, "2", "p", "c", "j", "3", "ArrowDown", "i", "p", "s")
    page.keyboard.type("Edda Krohn")
    press(page, "Enter", "e", "t", "i", "Enter", "-", "t", "0", "Enter", "j", "d", "a", "c")
    settled(page)
    rows = disk(session).rows
    assert [(r.kind, r.stance, r.role, r.to, r.rel) for r in rows[:4]] == [
        ("headline", "pro", "claim", "issue", "supports"),
        ("byline", "neutral", "none", None, None),
        ("body", "pro", "premise", 0, "attacks"),
        ("body", "anti", "claim", "issue", "attacks"),
    ]
    assert (rows[2].quote, rows[2].speaker, rows[3].quote) == ("indirect", "Edda Krohn", "direct")
    assert disk(session).read[:5] == [True, True, True, True, False]


def test_one_comes_back_to_where_one_left_off(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
    session = open_article()
    address = serve(session)
    page = visit(address)
    press(page, "Enter", "Enter", "a")
    settled(page)
    page.reload()
    page.wait_for_selector("#rows li")
    assert current(page) == 3
    assert page.inner_text("#count").startswith("3 of")
    assert disk(session).rows[2].stance == "anti"


def test_undo_and_redo_by_key_and_button(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    press(page, "p", "j", "a", "c", "Control+z", "Control+z")
    settled(page)
    assert [r.stance for r in disk(session).rows[:2]] == ["pro", "neutral"]
    assert disk(session).read[:2] == [True, False]
    page.click("#undo")
    press(page, "Control+y")
    page.click("#redo")
    press(page, "Control+Shift+z")
    assert page.is_disabled("#redo")
    settled(page)
    assert [(r.stance, r.role) for r in disk(session).rows[:2]] == [("pro", "none"), ("anti", "claim")]


def test_a_sentence_with_emoji_is_split_at_the_caret_and_merged_and_undone(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article("👩‍👧 Ana 🕊️ stays\r\nhere 𝔘 now. She said so.\n", blind=True)
    first = session.draft()
    end = session.text.index(" She")
    rows = [replace(first.rows[0], start=0, end=end), replace(first.rows[-1], start=end + 1)]
    session.files.save(Draft(rows=rows, spans=[], read=[False, False], at=0))
    page = visit(serve(session))
    press(page, "w", "Control+End", *["ArrowLeft"] * len("now."), "Enter")
    wait_for_rows(page, 3)
    settled(page)
    assert words_of(session)[:2] == ["👩‍👧 Ana 🕊️ stays\r\nhere 𝔘", "now."]
    press(page, "M")
    wait_for_rows(page, 2)
    settled(page)
    assert words_of(session)[0] == "👩‍👧 Ana 🕊️ stays\r\nhere 𝔘 now."
    press(page, "Control+z")
    settled(page)
    assert len(disk(session).rows) == 3
    press(page, "w", "x", "Backspace", "Control+Home", "Enter")
    page.wait_for_selector("#say:has-text('put the caret')")
    assert page.input_value("#words") == "👩‍👧 Ana 🕊️ stays  here 𝔘"


def test_cuts_anywhere_move_no_character_and_undo_gives_every_row_back(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article("👩‍👧 ab 🕊️🕊️ c𝔘d e\u0301f ש漢. Ana 🇺🇸 said x 🏳️‍🌈 y. Zoë 👍🏽 z.\n", blind=True)
    page = visit(serve(session))
    before = session.draft().rows
    count = len(before)
    letters = "".join(session.text.split())
    for row, steps in [(0, 4), (1, 3), (0, 1), (3, 2), (None, 0), (2, 3), (1, 2), (None, 1)]:
        if row is None:
            page.locator("#rows button").nth(steps).click()
            press(page, "M")
        else:
            page.locator("#rows button").nth(row).click()
            press(page, "w", "Control+Home", *["ArrowRight"] * steps, "Enter")
        count += 1 if row is not None else -1
        wait_for_rows(page, count)
        settled(page)
        assert "".join("".join(words.split()) for words in words_of(session)) == letters
    press(page, *["z"] * 8)
    wait_for_rows(page, len(before))
    settled(page)
    assert disk(session).rows == before
    press(page, *["y"] * 8)
    wait_for_rows(page, count)


@pytest.mark.parametrize("string", ["", "plain", "👩‍👧 a", "𝔘\u0301x", "🕊️", "ש漢\r\n🇺🇸"])
def test_every_place_in_a_string_of_the_browser_is_one_of_the_file(
    string: str, open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    page = visit(serve(open_article()), bypass_csp=True)  # a test may import what the page's policy keeps to the page
    units = string.encode("utf-16-le")
    places = [len(units[: 2 * n].decode("utf-16-le", "surrogatepass")) for n in range(len(units) // 2 + 1)]
    count = "async s => { const {pointsBefore} = await import('./text.js'); return [...Array(s.length + 1).keys()].map(n => pointsBefore(s, n)) }"
    assert page.evaluate(count, string) == places
    line = page.evaluate("async s => (await import('./text.js')).oneLine(s)", string)
    assert len(line) == len(string)
    assert "\n" not in line


def test_a_server_that_is_away_for_a_while_loses_nothing(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    page.route("**/reading", lambda route: route.abort())
    press(page, "p", "j", "a")
    wait_for(page, "failed")
    assert "does not answer" in page.inner_text("#alarm")
    page.unroute("**/reading")
    wait_for(page, "saved")  # without a hand: it is tried again
    assert [r.stance for r in disk(session).rows[:2]] == ["pro", "anti"]


def test_spans_of_a_quote_are_marked_and_removed(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
    session = open_article("🕊️ Ana Ruiz said yes.\n", blind=True)
    page = visit(serve(session))
    press(page, "w", "1")
    assert "Select words" in page.inner_text("#say")
    press(page, "Control+End", "ArrowLeft", *["Shift+ArrowLeft"] * len("yes"), "3", "ArrowLeft", "ArrowLeft")
    press(
        page,
        *["Shift+ArrowLeft"] * len("said"),
        "2",
        "Home",
        *["ArrowRight"] * 2,
        *["Shift+ArrowRight"] * len("Ana Ruiz "),
    )
    page.click("button[data-type=source]")
    settled(page)
    spans = disk(session).spans
    told = {(s.type, session.text[s.start : s.end], s.attribution) for s in spans}
    assert told == {("content", "yes", 1), ("cue", "said", 1), ("source", "Ana Ruiz", 1)}
    assert page.inner_text("#rows .source") == "Ana Ruiz"
    page.get_by_role("button", name="Remove cue: said").click()
    settled(page)
    assert {s.type for s in disk(session).spans} == {"content", "source"}


def test_what_is_wrong_is_shown_beside_the_sentence_and_is_saved_nonetheless(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    press(page, "c")
    page.wait_for_selector("#problems li")
    assert "a claim takes a side" in page.inner_text("#problems")
    assert disk(session).rows[0].role == "claim"
    press(page, "p")
    page.wait_for_selector("#problems li", state="detached")


def test_two_pages_on_one_article_never_overwrite_each_other_silently(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article(blind=True)
    address = serve(session)
    first, second = visit(address), visit(address)
    press(first, "p")
    settled(first)
    press(second, "a", "d")
    wait_for(second, "conflict")
    assert "Nothing was overwritten" in second.inner_text("#alarm")
    assert disk(session).rows[0].stance == "pro"
    second.get_by_role("button", name="Show the other").click()
    wait_for(second, "saved")
    assert second.is_checked("input[name=stance][value=pro]")
    press(second, "Control+z")
    settled(second)
    assert (disk(session).rows[0].stance, disk(session).rows[0].quote) == ("anti", "direct")
    press(first, "m")
    wait_for(first, "conflict")
    first.get_by_role("button", name="Keep mine").click()
    wait_for(first, "saved")
    assert (disk(session).rows[0].stance, disk(session).rows[0].quote) == ("pro", "mixed")


def test_a_full_disk_is_told_and_nothing_is_lost(
    open_article: Open, serve: Serve, visit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("pipeline.annotate.editor.files.dump_line", full)
        press(page, "p")
        wait_for(page, "failed")
        assert "No space left on device" in page.inner_text("#alarm")
        press(page, "j", "a")
        page.wait_for_timeout(500)
    page.get_by_role("button", name="Try now").click()
    wait_for(page, "saved")
    assert page.inner_text("#alarm") == ""
    assert [r.stance for r in disk(session).rows[:2]] == ["pro", "anti"]


def test_hostile_words_are_shown_and_never_run(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
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


def test_the_mouse_does_it_all_too(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
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


def test_the_models_guess_is_shown_on_demand_and_can_be_taken_again(
    open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
    session = open_article()
    page = visit(serve(session))
    guess = session.state()["guesses"][2]
    press(page, "j", "j", "n" if guess["stance"] != "neutral" else "a")
    assert not page.is_visible("#guess")
    press(page, "v")
    assert guess["stance"] in page.inner_text("#guess")
    press(page, "g")
    settled(page)
    assert disk(session).rows[2].stance == guess["stance"]


def test_single_keys_can_be_turned_off(open_article: Open, serve: Serve, visit: Callable[..., Any]) -> None:
    page = visit(serve(open_article(blind=True)))
    press(page, "?")
    assert page.is_visible("#keys")
    page.uncheck("#keys-on")
    press(page, "Escape", "p", "j")
    assert page.is_checked("input[name=stance][value=neutral]")
    assert current(page) == 0


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_page_fits_any_width_and_keeps_the_sentence_in_sight(
    width: int, open_article: Open, serve: Serve, visit: Callable[..., Any]
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
def test_axe_finds_nothing(
    scheme: str, width: int, open_article: Open, serve: Serve, visit: Callable[..., Any]
) -> None:
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
