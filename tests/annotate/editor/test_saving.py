"""The page saves all, tells what it cannot save, and overwrites nobody."""

import errno

import pytest
from editor_page import Open, Serve, Visit, disk, press, settled, wait_for

pytestmark = pytest.mark.browser


def test_a_server_that_is_away_for_a_while_loses_nothing(open_article: Open, serve: Serve, visit: Visit) -> None:
    session = open_article(blind=True)
    page = visit(serve(session))
    page.route("**/reading", lambda route: route.abort())
    press(page, "p", "j", "a")
    wait_for(page, "failed")
    assert "does not answer" in page.inner_text("#alarm")
    page.unroute("**/reading")
    wait_for(page, "saved")  # without a hand: it is tried again
    assert [r.stance for r in disk(session).rows[:2]] == ["pro", "anti"]


def test_what_is_wrong_is_shown_beside_the_sentence_and_is_saved_nonetheless(
    open_article: Open, serve: Serve, visit: Visit
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
    open_article: Open, serve: Serve, visit: Visit
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
    open_article: Open, serve: Serve, visit: Visit, monkeypatch: pytest.MonkeyPatch
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
