"""Reading and saving: what is saved is there again, and nobody's change is overwritten."""

import errno
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from editor_client import BASE, Client, Open, written

from pipeline.annotate.check import check_folder
from pipeline.gold.corpus import read_cards


@pytest.fixture
def page(open_article: Open) -> Client:
    return Client(open_article())


def test_the_reading_comes_with_text_and_guesses_and_opening_it_writes_nothing(page: Client) -> None:
    state = page.state()
    assert state["article"]["text"] == page.session.text
    assert state["draft"]["rows"] == state["guesses"]
    assert {s["type"] for s in state["draft"]["spans"]} >= {"source", "cue", "content", "PERSON"}
    assert state["draft"]["read"] == [False] * len(state["guesses"])
    assert written(page) == []


def test_a_blind_reading_starts_from_nothing_and_never_tells_a_guess(open_article: Open) -> None:
    page = Client(open_article(blind=True))
    state = page.state()
    assert state["guesses"] is None
    assert state["draft"]["spans"] == []
    told = {(r["kind"], r["stance"], r["speaker"], r["quote"], r["role"]) for r in state["draft"]["rows"]}
    assert told == {("body", "neutral", None, "none", "none")}
    assert 'id="guess-show"' not in page.get(f"{BASE}/").get_data(as_text=True)


def test_what_is_saved_passes_the_check_and_is_there_when_one_comes_back(page: Client) -> None:
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


def test_a_reading_against_the_guideline_is_saved_and_what_is_wrong_is_told_by_row(page: Client) -> None:
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


def test_a_page_that_is_behind_overwrites_nothing(page: Client) -> None:
    old = page.state()
    mine = json.loads(json.dumps(old["draft"]))
    mine["rows"][0]["speaker"] = "Edda Krohn"
    assert page.save(mine, old["revision"]).status_code == 200
    before = page.session.files.revision()
    answer = page.save(old["draft"], old["revision"])
    assert answer.status_code == 409
    assert "changed this reading" in answer.json["error"]  # type: ignore[index]
    assert page.session.files.revision() == before


def test_of_many_that_save_at_once_one_wins_and_the_others_are_told(page: Client) -> None:
    state = page.state()
    pages = [Client(page.session) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: one.save(state["draft"], state["revision"]).status_code, pages))
    assert sorted(answers) == [200] + [409] * 7


def test_a_change_by_another_program_is_seen_too(page: Client) -> None:
    state = page.state()
    revision = page.save(state["draft"], state["revision"]).json["revision"]  # type: ignore[index]
    rows = page.session.files.rows
    rows.write_text(rows.read_text(encoding="utf-8").replace('"pro"', '"anti"'), encoding="utf-8")
    assert page.save(state["draft"], revision).status_code == 409


def test_a_disk_error_is_told_and_the_old_reading_stays(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    state = page.state()
    revision = page.save(state["draft"], state["revision"]).json["revision"]  # type: ignore[index]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/harlow.jsonl")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.annotate.editor.files.dump_line", full)
        answer = page.save(state["draft"], revision)
    assert (answer.status_code, answer.json) == (507, {"error": "harlow.jsonl: No space left on device"})
    assert page.save(state["draft"], revision).status_code == 200


def test_a_folder_that_cannot_be_made_is_told(page: Client) -> None:
    page.session.folder.write_text("a file")
    state = page.state()
    assert page.save(state["draft"], state["revision"]).status_code == 507


def test_a_file_that_is_broken_meanwhile_is_told(page: Client) -> None:
    state = page.state()
    page.save(state["draft"], state["revision"])
    page.session.files.rows.write_text("{", encoding="utf-8")
    answer = page.get()
    assert answer.status_code == 422
    assert "harlow.jsonl:1" in answer.json["error"]  # type: ignore[index]


def test_a_guideline_that_is_not_there_is_no_fault(page: Client) -> None:
    assert "There is no GUIDELINE.md" in page.get(f"{BASE}/").get_data(as_text=True)


def test_a_seed_is_neither_copied_nor_listed_twice(page: Client) -> None:
    folder: Path = page.session.folder
    (folder).mkdir()
    line = '{"id": "harlow", "split": "test", "origin": "real", "title": "T", "source": null, "genre": null, "published": null}\n'
    (folder / "articles.jsonl").write_text(line)
    state = page.state()
    page.save(state["draft"], state["revision"])
    assert not (folder / "articles").exists()
    assert (folder / "articles.jsonl").read_text() == line
