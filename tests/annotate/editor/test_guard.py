"""Every request that is not the page's own is refused and changes nothing; hostile words stay words."""

import pytest
from editor_client import BASE, HOST, Client, Open, written

from pipeline.annotate.editor import guard
from pipeline.annotate.editor.app import SERVED

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\n\n{{ 7*7 }} Mayor Edda Krohn said no.\n"


@pytest.fixture
def page(open_article: Open) -> Client:
    return Client(open_article())


def test_a_body_that_is_too_long_is_refused(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 100)
    small = Client(page.session)
    assert small.save(page.state()["draft"], "").status_code == 413


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(kind: str, page: Client) -> None:
    state = page.state()
    body = {"draft": state["draft"], "revision": state["revision"]}
    assert page.send("PUT", "reading", body, **{"Content-Type": kind}).status_code == 415


@pytest.mark.parametrize(
    "path", ["/", "/reading", "/other/reading", "/tokenx/reading", "//reading", "/favicon.ico", "/ⴰ/", "/%00/"]
)
def test_without_the_token_nothing_is_told(path: str, page: Client) -> None:
    answer = page.get(path)
    assert answer.status_code == 403
    assert "Harlow" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8002", "127.0.0.1", "127.0.0.1:8003", "127.0.0.1:8002.evil.example", ""]
)
def test_a_name_that_was_bound_to_this_machine_is_refused(host: str, page: Client) -> None:
    assert page.get(Host=host).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8002", "http://127.0.0.1:8003", ""]
)
def test_another_origin_is_refused(origin: str, page: Client) -> None:
    state = page.state()
    body = {"draft": state["draft"], "revision": state["revision"]}
    assert page.get(Origin=origin).status_code == 403
    assert page.send("PUT", "reading", body, Origin=origin).status_code == 403
    assert page.send("POST", "cut", body, Origin=origin).status_code == 403
    assert page.send("OPTIONS", "reading", body, Origin=origin).status_code == 403
    assert written(page) == []


def test_a_write_must_say_where_it_comes_from(page: Client) -> None:
    answer = page.client.put(f"{BASE}/reading", json={}, headers={"Host": HOST})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path", ["page.html", "../app.py", "%2e%2e/app.py", "..%2fapp.py", "style.css/", "nothing.js", "/etc/passwd"]
)
def test_only_script_and_style_are_served(path: str, page: Client) -> None:
    assert page.get(f"{BASE}/{path}").status_code == 404


@pytest.mark.parametrize("name", sorted(SERVED))
def test_script_and_style_are_served_as_what_they_are(name: str, page: Client) -> None:
    answer = page.get(f"{BASE}/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == ("text/css" if name.endswith("css") else "text/javascript")
    answer.close()


def test_every_answer_is_hardened_and_allows_no_other_origin(page: Client) -> None:
    for answer in (page.get(), page.get(f"{BASE}/"), page.get("/"), page.get(f"{BASE}/none"), page.get(Host="x")):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_the_page_has_a_fresh_nonce_and_no_script_or_style_in_it(page: Client) -> None:
    first, second = page.get(f"{BASE}/"), page.get(f"{BASE}/")
    assert first.headers["Content-Security-Policy"] != second.headers["Content-Security-Policy"]
    text = first.get_data(as_text=True)
    assert text.count("<script") == 1
    assert "<style" not in text
    assert "style=" not in text
    assert "unsafe" not in first.headers["Content-Security-Policy"]


def test_hostile_words_are_data_and_never_part_of_the_page(open_article: Open) -> None:
    page = Client(open_article(HOSTILE))
    page.session.folder.mkdir()
    (page.session.folder / "GUIDELINE.md").write_text(HOSTILE)
    text = page.get(f"{BASE}/").get_data(as_text=True)
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "49" not in text
    answer = page.get()
    assert answer.mimetype == "application/json"
    assert answer.json["article"]["text"] == HOSTILE  # type: ignore[index]
