"""Uses the annotator's page in a browser, and looks at what is on disk then."""

from collections.abc import Callable
from typing import Any

from pipeline.annotate.editor.draft import Draft
from pipeline.annotate.editor.session import Session

Open = Callable[..., Session]
Serve = Callable[[Session], str]
Visit = Callable[..., Any]


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
