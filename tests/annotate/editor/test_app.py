"""What the routes refuse: drafts, cuts and bodies that are none."""

from typing import Any

import pytest
from editor_client import Client, Open, written


@pytest.fixture
def page(open_article: Open) -> Client:
    return Client(open_article())


def test_a_sentence_is_split_and_merged_again(page: Client) -> None:
    draft = page.state()["draft"]
    number, row = next((n, r) for n, r in enumerate(draft["rows"]) if "🕊" in page.session.text[r["start"] : r["end"]])
    at = page.session.text.index("on Monday", row["start"])
    after = page.send("POST", "cut", {"draft": draft, "row": number, "at": at}).json["draft"]  # type: ignore[index]
    parts = [page.session.text[r["start"] : r["end"]] for r in after["rows"][number : number + 2]]
    assert parts == ["“We will hold nobody without a warrant,” she said 🕊️", "on Monday."]
    again = page.send("POST", "cut", {"draft": after, "row": number, "at": None}).json["draft"]  # type: ignore[index]
    assert again["rows"] == draft["rows"]
    assert written(page) == []


@pytest.mark.parametrize(("row", "at"), [(0, 0), (0, 10**9), (999, 3), (-1, 3), (True, 3), ("0", 3), (0, 3.0), (0, [])])
def test_a_cut_that_cannot_be_is_refused(row: object, at: object, page: Client) -> None:
    answer = page.send("POST", "cut", {"draft": page.state()["draft"], "row": row, "at": at})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("rows",), []),
        (("rows", 0, "stance"), "for"),
        (("rows", 0, "start"), "0"),
        (("rows", 0, "end"), 10**6),
        (("rows", 0, "start"), -1),
        (("rows", 1, "start"), 0),
        (("rows", 0, "to"), "../x"),
        (("rows", 0, "speaker"), "\ud800"),
        (("rows", 0, "speaker"), 7),
        (("spans", 0, "end"), 10**6),
        (("read",), []),
        (("read", 0), 1),
        (("at",), 99),
        (("id",), "../../elsewhere"),
    ],
)
def test_a_draft_that_is_none_is_refused(path: tuple[Any, ...], value: object, page: Client) -> None:
    state = page.state()
    place = state["draft"]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    answer = page.save(state["draft"], state["revision"])
    assert answer.status_code == 400
    assert answer.json["error"]  # type: ignore[index]
    assert written(page) == []


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "7", '{"draft": 1}', '{"draft": 1, "revision": "", "x": 1}', "null", b"\xff"]
)
def test_a_body_that_is_no_such_object_is_refused(body: str | bytes, page: Client) -> None:
    assert page.send("PUT", "reading", body).status_code == 400
