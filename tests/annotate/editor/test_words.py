"""Sentences cut anew and spans marked in the browser: never a character beside."""

from dataclasses import replace

import pytest
from editor_page import Open, Serve, Visit, disk, press, settled, wait_for_rows, words_of

from pipeline.annotate.editor.draft import Draft

pytestmark = pytest.mark.browser


def test_a_sentence_with_emoji_is_split_at_the_caret_and_merged_and_undone(
    open_article: Open, serve: Serve, visit: Visit
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
    open_article: Open, serve: Serve, visit: Visit
) -> None:
    session = open_article("👩‍👧 ab 🕊️🕊️ c𝔘d e\u0301f ש漢. Ana 🇺🇸 said x 🏳️‍🌈 y. Zoë 👍🏽 z.\n", blind=True)
    page = visit(serve(session))
    before = session.draft().rows
    count = len(before)
    letters = "".join(session.text.split())
    for row, steps in [(0, 4), (1, 3), (0, 1), (3, 2), (None, 0), (3, 4), (1, 1), (None, 1)]:
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
    string: str, open_article: Open, serve: Serve, visit: Visit
) -> None:
    page = visit(serve(open_article()), bypass_csp=True)  # a test may import what the page's policy keeps to the page
    units = string.encode("utf-16-le")
    places = [len(units[: 2 * n].decode("utf-16-le", "surrogatepass")) for n in range(len(units) // 2 + 1)]
    count = "async s => { const {pointsBefore} = await import('./text.js'); return [...Array(s.length + 1).keys()].map(n => pointsBefore(s, n)) }"
    assert page.evaluate(count, string) == places
    line = page.evaluate("async s => (await import('./text.js')).oneLine(s)", string)
    assert len(line) == len(string)
    assert "\n" not in line


def test_spans_of_a_quote_are_marked_and_removed(open_article: Open, serve: Serve, visit: Visit) -> None:
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
