"""Every route, and every request that is refused; what is refused changes nothing."""

import errno
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pipeline.annotate.check import check_folder
from pipeline.annotate.editor import guard
from pipeline.annotate.editor.app import SERVED, make_app
from pipeline.annotate.editor.guard import Guard
from pipeline.annotate.editor.session import Session
from pipeline.gold.corpus import read_cards

HOST = "127.0.0.1:8002"
BASE = "/token"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\n\n{{ 7*7 }} Mayor Edda Krohn said no.\n"
Open = Callable[..., Session]


class Page:
    """Asks as the page does."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.client: FlaskClient = make_app(session, Guard("token", frozenset({HOST}))).test_client()

    def get(self, path: str = f"{BASE}/reading", **headers: str) -> TestResponse:
        return self.client.get(path, headers={"Host": HOST, **headers})

    def send(self, method: str, name: str, body: object, **headers: str) -> TestResponse:
        return self.client.open(
            f"{BASE}/{name}",
            method=method,
            data=body if isinstance(body, (str, bytes)) else json.dumps(body),
            headers={"Host": HOST, "Origin": f"http://{HOST}", "Content-Type": "application/json", **headers},
        )

    def state(self) -> Any:
        return self.get().json

    def save(self, draft: Any, revision: str) -> TestResponse:
        return self.send("PUT", "reading", {"draft": draft, "revision": revision})


@pytest.fixture
def page(open_article: Open) -> Page:
    return Page(open_article())


def written(page: Page) -> list[str]:
    folder = page.session.folder
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_the_reading_comes_with_text_and_guesses_and_opening_it_writes_nothing(page: Page) -> None:
    state = page.state()
    assert state["article"]["text"] == page.session.text
    assert state["draft"]["rows"] == state["guesses"]
    assert {s["type"] for s in state["draft"]["spans"]} >= {"source", "cue", "content", "PERSON"}
    assert state["draft"]["read"] == [False] * len(state["guesses"])
    assert written(page) == []


def test_a_blind_reading_starts_from_nothing_and_never_tells_a_guess(open_article: Open) -> None:
    page = Page(open_article(blind=True))
    state = page.state()
    assert state["guesses"] is None
    assert state["draft"]["spans"] == []
    told = {(r["kind"], r["stance"], r["speaker"], r["quote"], r["role"]) for r in state["draft"]["rows"]}
    assert told == {("body", "neutral", None, "none", "none")}
    assert 'id="guess-show"' not in page.get(f"{BASE}/").get_data(as_text=True)


def test_what_is_saved_passes_the_check_and_is_there_when_one_comes_back(page: Page) -> None:
    state = page.state()
    draft = state["draft"]
    draft["rows"][0] |= {"stance": "anti", "role": "claim", "to": "issue", "rel": "attacks"}
    draft["read"][0], draft["at"] = True, 1
    answer = page.save(draft, state["revision"])
    assert answer.status_code == 200
    again = page.state()
    assert again["draft"] == draft
    assert again["revision"] == answer.json["revision"] != state["revision"]  # type: ignore[index]
    folder = page.session.folder
    assert written(page) == [
        "articles.jsonl", "articles/harlow.txt", "me/harlow.jsonl", "me/harlow.progress.json", "me/harlow.spans.jsonl"
    ]  # fmt: skip
    assert [c.id for c in read_cards(folder)] == ["harlow"]
    assert check_folder(folder, folder / "none") == (1, [])
    assert (folder / "articles" / "harlow.txt").read_bytes().decode() == page.session.text


def test_a_reading_against_the_guideline_is_saved_and_what_is_wrong_is_told_by_row(page: Page) -> None:
    state = page.state()
    draft = state["draft"]
    draft["rows"][2] |= {"stance": "neutral", "role": "claim", "to": 99, "rel": None}
    draft["spans"].append(
        {"start": draft["rows"][3]["start"], "end": draft["rows"][3]["end"], "type": "cue", "attribution": None}
    )
    answer = page.save(draft, state["revision"]).json
    assert answer is not None
    assert {(p["row"], p["field"]) for p in answer["problems"]} >= {(2, "role"), (2, "to"), (3, "attribution")}
    assert all(p["what"] and p["fix"] for p in answer["problems"])
    assert page.state()["problems"] == answer["problems"]


def test_a_page_that_is_behind_overwrites_nothing(page: Page) -> None:
    old = page.state()
    mine = json.loads(json.dumps(old["draft"]))
    mine["rows"][0]["speaker"] = "Edda Krohn"
    assert page.save(mine, old["revision"]).status_code == 200
    before = page.session.files.revision()
    answer = page.save(old["draft"], old["revision"])
    assert answer.status_code == 409
    assert "changed this reading" in answer.json["error"]  # type: ignore[index]
    assert page.session.files.revision() == before


def test_of_many_that_save_at_once_one_wins_and_the_others_are_told(page: Page) -> None:
    state = page.state()
    pages = [Page(page.session) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: one.save(state["draft"], state["revision"]).status_code, pages))
    assert sorted(answers) == [200] + [409] * 7


def test_a_change_by_another_program_is_seen_too(page: Page) -> None:
    state = page.state()
    revision = page.save(state["draft"], state["revision"]).json["revision"]  # type: ignore[index]
    rows = page.session.files.rows
    rows.write_text(rows.read_text(encoding="utf-8").replace('"pro"', '"anti"'), encoding="utf-8")
    assert page.save(state["draft"], revision).status_code == 409


def test_a_disk_error_is_told_and_the_old_reading_stays(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    state = page.state()
    revision = page.save(state["draft"], state["revision"]).json["revision"]  # type: ignore[index]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/harlow.jsonl")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.annotate.editor.files.dump_line", full)
        answer = page.save(state["draft"], revision)
    assert (answer.status_code, answer.json) == (507, {"error": "harlow.jsonl: No space left on device"})
    assert page.save(state["draft"], revision).status_code == 200


def test_a_folder_that_cannot_be_made_is_told(page: Page) -> None:
    page.session.folder.write_text("a file")
    state = page.state()
    assert page.save(state["draft"], state["revision"]).status_code == 507


def test_a_file_that_is_broken_meanwhile_is_told(page: Page) -> None:
    state = page.state()
    page.save(state["draft"], state["revision"])
    page.session.files.rows.write_text("{", encoding="utf-8")
    answer = page.get()
    assert answer.status_code == 422
    assert "harlow.jsonl:1" in answer.json["error"]  # type: ignore[index]


def test_a_sentence_is_split_and_merged_again(page: Page) -> None:
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
def test_a_cut_that_cannot_be_is_refused(row: object, at: object, page: Page) -> None:
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
def test_a_draft_that_is_none_is_refused(path: tuple[Any, ...], value: object, page: Page) -> None:
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
def test_a_body_that_is_no_such_object_is_refused(body: str | bytes, page: Page) -> None:
    assert page.send("PUT", "reading", body).status_code == 400


def test_a_body_that_is_too_long_is_refused(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 100)
    small = Page(page.session)
    assert small.save(page.state()["draft"], "").status_code == 413


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(kind: str, page: Page) -> None:
    state = page.state()
    body = {"draft": state["draft"], "revision": state["revision"]}
    assert page.send("PUT", "reading", body, **{"Content-Type": kind}).status_code == 415


@pytest.mark.parametrize(
    "path", ["/", "/reading", "/other/reading", "/tokenx/reading", "//reading", "/favicon.ico", "/ⴰ/", "/%00/"]
)
def test_without_the_token_nothing_is_told(path: str, page: Page) -> None:
    answer = page.get(path)
    assert answer.status_code == 403
    assert "Harlow" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8002", "127.0.0.1", "127.0.0.1:8003", "127.0.0.1:8002.evil.example", ""]
)
def test_a_name_that_was_bound_to_this_machine_is_refused(host: str, page: Page) -> None:
    assert page.get(Host=host).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8002", "http://127.0.0.1:8003", ""]
)
def test_another_origin_is_refused(origin: str, page: Page) -> None:
    state = page.state()
    body = {"draft": state["draft"], "revision": state["revision"]}
    assert page.get(Origin=origin).status_code == 403
    assert page.send("PUT", "reading", body, Origin=origin).status_code == 403
    assert page.send("POST", "cut", body, Origin=origin).status_code == 403
    assert page.send("OPTIONS", "reading", body, Origin=origin).status_code == 403
    assert written(page) == []


def test_a_write_must_say_where_it_comes_from(page: Page) -> None:
    answer = page.client.put(f"{BASE}/reading", json={}, headers={"Host": HOST})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path", ["page.html", "../app.py", "%2e%2e/app.py", "..%2fapp.py", "style.css/", "nothing.js", "/etc/passwd"]
)
def test_only_script_and_style_are_served(path: str, page: Page) -> None:
    assert page.get(f"{BASE}/{path}").status_code == 404


@pytest.mark.parametrize("name", sorted(SERVED))
def test_script_and_style_are_served_as_what_they_are(name: str, page: Page) -> None:
    answer = page.get(f"{BASE}/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == ("text/css" if name.endswith("css") else "text/javascript")
    answer.close()


def test_every_answer_is_hardened_and_allows_no_other_origin(page: Page) -> None:
    for answer in (page.get(), page.get(f"{BASE}/"), page.get("/"), page.get(f"{BASE}/none"), page.get(Host="x")):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_the_page_has_a_fresh_nonce_and_no_script_or_style_in_it(page: Page) -> None:
    first, second = page.get(f"{BASE}/"), page.get(f"{BASE}/")
    assert first.headers["Content-Security-Policy"] != second.headers["Content-Security-Policy"]
    text = first.get_data(as_text=True)
    assert text.count("<script") == 1
    assert "<style" not in text
    assert "style=" not in text
    assert "unsafe" not in first.headers["Content-Security-Policy"]


def test_hostile_words_are_data_and_never_part_of_the_page(open_article: Open) -> None:
    page = Page(open_article(HOSTILE))
    page.session.folder.mkdir()
    (page.session.folder / "GUIDELINE.md").write_text(HOSTILE)
    text = page.get(f"{BASE}/").get_data(as_text=True)
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "49" not in text
    answer = page.get()
    assert answer.mimetype == "application/json"
    assert answer.json["article"]["text"] == HOSTILE  # type: ignore[index]


def test_a_guideline_that_is_not_there_is_no_fault(page: Page) -> None:
    assert "There is no GUIDELINE.md" in page.get(f"{BASE}/").get_data(as_text=True)


def test_a_seed_is_neither_copied_nor_listed_twice(page: Page) -> None:
    folder: Path = page.session.folder
    (folder).mkdir()
    line = '{"id": "harlow", "split": "test", "origin": "real", "title": "T", "source": null, "genre": null, "published": null}\n'
    (folder / "articles.jsonl").write_text(line)
    state = page.state()
    page.save(state["draft"], state["revision"])
    assert not (folder / "articles").exists()
    assert (folder / "articles.jsonl").read_text() == line
