"""The page by keyboard alone: labels, targets, undo, and where one left off."""

import pytest
from editor_page import Open, Serve, Visit, current, disk, press, settled

from pipeline.annotate.check import check_folder

pytestmark = pytest.mark.browser


def test_a_whole_article_by_keyboard_one_key_a_sentence_that_is_right(
    open_article: Open, serve: Serve, visit: Visit
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


def test_every_label_by_keyboard(open_article: Open, serve: Serve, visit: Visit) -> None:
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


def test_one_comes_back_to_where_one_left_off(open_article: Open, serve: Serve, visit: Visit) -> None:
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


def test_undo_and_redo_by_key_and_button(open_article: Open, serve: Serve, visit: Visit) -> None:
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


def test_the_models_guess_is_shown_on_demand_and_can_be_taken_again(
    open_article: Open, serve: Serve, visit: Visit
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


def test_single_keys_can_be_turned_off(open_article: Open, serve: Serve, visit: Visit) -> None:
    page = visit(serve(open_article(blind=True)))
    press(page, "?")
    assert page.is_visible("#keys")
    page.uncheck("#keys-on")
    press(page, "Escape", "p", "j")
    assert page.is_checked("input[name=stance][value=neutral]")
    assert current(page) == 0


def test_a_new_premise_serves_the_claim_before_it_or_attacks_it_from_the_other_side(
    open_article: Open, serve: Serve, visit: Visit
) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    press(page, "a", "e", "j", "p", "c", "j", "a", "e", "j", "p", "e")
    settled(page)
    assert [(r.role, r.to, r.rel) for r in disk(session).rows[:4]] == [
        ("premise", "issue", "attacks"),
        ("claim", "issue", "supports"),
        ("premise", 1, "attacks"),
        ("premise", 1, "supports"),
    ]
