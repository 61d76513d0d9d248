"""An article that is open for annotation, without a server and with one."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from pipeline.annotate.editor.files import ReadingFiles
from pipeline.annotate.editor.find_article import Chosen
from pipeline.annotate.editor.serve import make_local, open_page
from pipeline.annotate.editor.session import Session
from pipeline.api import Argmap, load

TEXT = """Harlow keeps its sanctuary rule

By Ana Ruiz, Harlow Beacon

Mayor Edda Krohn said the rule keeps families safe. “We will hold nobody without a warrant,” she said 🕊️ on Monday.\r
The sheriff called it reckless. The council met for two hours.
"""

Open = Callable[..., Session]


@pytest.fixture(scope="session")
def argmap() -> Argmap:
    return load()


@pytest.fixture
def open_article(argmap: Argmap, tmp_path: Path) -> Open:
    def opened(text: str = TEXT, blind: bool = False) -> Session:
        folder = tmp_path / "annotations"
        chosen = Chosen(argmap(text, "harlow").article, None, argmap(text, "harlow"))
        return Session(folder, chosen, ReadingFiles(folder / "me", "harlow"), blind)

    return opened


@pytest.fixture
def serve() -> Iterator[Callable[[Session], str]]:
    """Serve a session from a thread; gives the address that opens the page."""
    with ExitStack() as stack:

        def served(session: Session) -> str:
            listener = stack.enter_context(closing(socket.create_server(("127.0.0.1", 0))))
            app, address = open_page(session, listener)
            server = make_local(app, listener)
            thread = Thread(target=server.serve_forever)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return address

        yield served


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
