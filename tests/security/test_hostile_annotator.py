"""The annotator over a hostile article and a hostile reading, in a real browser: words stay words."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Thread
from typing import Any

import pytest
from hostile import MARK, PAYLOADS, RUN, Watch

from pipeline.annotate.editor.files import ReadingFiles
from pipeline.annotate.editor.find_article import Chosen
from pipeline.annotate.editor.serve import make_local, open_page
from pipeline.annotate.editor.session import Session
from pipeline.api import load

pytestmark = pytest.mark.browser
TEXT = "\n\n".join(f"Mayor Edda Krohn said “no {payload} no” and left." for payload in PAYLOADS)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("annotations")
    found = load()(TEXT, "harlow")
    session = Session(folder, Chosen(found.article, None, found), ReadingFiles(folder / "me", "harlow"), False)
    (folder / "GUIDELINE.md").write_text("# <script>\n\n" + "\n\n".join(PAYLOADS), encoding="utf-8")
    _read_by_somebody(session)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        app, url = open_page(session, listener)
        server = make_local(app, listener)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield url
        server.shutdown()
        thread.join()


def _read_by_somebody(session: Session) -> None:
    """Write a reading whose speakers are payloads, as a file from a stranger could hold."""
    draft = session.draft()
    session.save(draft, session.files.revision())
    rows = [json.loads(line) for line in session.files.rows.read_text(encoding="utf-8").splitlines()]
    for n, row in enumerate(rows):
        row["speaker"] = PAYLOADS[n % len(PAYLOADS)]
    session.files.rows.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_hostile_words_are_shown_and_run_nothing(browser: Any, address: str) -> None:
    watch = Watch(browser, address)
    watch.page.goto(address)
    watch.page.wait_for_selector("#rows li")
    page = watch.open(address)
    page.wait_for_selector("#rows li")
    for key in ("j", "Enter", "w", "Escape", "h", "Escape", "?", "Escape", "k"):
        page.keyboard.press(key)
    shown = page.inner_text("#rows")
    assert sum(payload.split()[0] in shown for payload in PAYLOADS) == len(PAYLOADS)
    assert MARK in page.locator("#names").inner_html()  # speakers to choose from
    watch.check()
    watch.close()


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 7))
def test_a_hostile_name_that_is_typed_stays_a_name(first: int, browser: Any, address: str) -> None:
    watch = Watch(browser, address)
    page = watch.page
    page.goto(address)
    page.wait_for_selector("#rows li")
    page.fill("#speaker", " ".join(" ".join(PAYLOADS[first : first + 7]).split()))
    page.keyboard.press("Enter")
    page.wait_for_selector("#saved[data-state=saved]")
    page.reload()
    page.wait_for_selector("#rows li")
    watch.check()
    watch.close()


def test_the_policy_stops_what_the_page_would_miss(browser: Any, address: str) -> None:
    watch = Watch(browser, address)
    page = watch.page
    page.goto(address)
    page.wait_for_selector("#rows li")
    tried = page.evaluate(
        f"""() => {{ try {{ const made = document.createElement('script'); made.textContent = '{RUN}';
        document.body.append(made); return 'made' }} catch {{ return 'refused' }} }}"""
    )
    assert tried == "refused"
    assert page.evaluate(f"window.{MARK}") is None
    assert watch.faults
    watch.close()
