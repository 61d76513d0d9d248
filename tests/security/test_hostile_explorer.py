"""Datasette over a run whose every text is hostile: in a browser nothing runs; other hosts and origins get nothing."""

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import quote, urlencode, urlsplit

import pytest
from hostile import ELSEWHERE, MARK, PAYLOADS, RUN, Watch

from pipeline.explore.serve import metadata_of

ARGMAP = [sys.executable, "-c", "from pipeline.cli import main; main()"]
DATABASE = metadata_of("argmap")["databases"]["argmap"]
QUERIES = [f"argmap/{name}" for name in DATABASE["queries"]]
TABLES = [f"argmap/{name}" for name in DATABASE["tables"]]
SHOWING = {
    f"argmap/{name}"
    for name in ("articles", "sentences", "quotes", "speakers", "entities", "nodes", "outlets", "actors")
}
SQL = f"select '{RUN}' as \"</style><script>{RUN}</script>\", '<script>{RUN}</script>' as a, 'javascript:{RUN}' as b"


@pytest.fixture(scope="module")
def address(hostile_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's own address, with a slash at its end."""
    db = tmp_path_factory.mktemp("served") / "argmap.db"
    words = [*ARGMAP, "explore", "--out", str(hostile_run), "--db", str(db), "--port", "0"]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    said = ""
    for line in cast(IO[str], server.stderr):
        said += line
        if found := re.search(r"http://\S+/", line):
            yield found[0]
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=30)
            return
    raise AssertionError(said)


def ask(address: str, path: str = "/argmap", method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """Ask as any program of this machine could, under any name."""
    place = urlsplit(address)
    connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": place.netloc, **headers}.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


@pytest.fixture
def watch(browser: Any, address: str) -> Iterator[Watch]:
    watched = Watch(browser, address)
    yield watched
    watched.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "argmap", *TABLES, *QUERIES])
def test_hostile_text_runs_nothing_on_any_page(path: str, watch: Watch, address: str) -> None:
    page = watch.open(address + path)
    if path in SHOWING:
        assert MARK in page.locator("body").inner_text()
        page.locator(".dropdown-menu-icon").first.click()
        assert page.locator(".dropdown-menu").first.is_visible()  # Datasette's own script has run
    watch.check()


@pytest.mark.browser
@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 4))
def test_words_of_a_search_or_a_parameter_run_nothing(first: int, watch: Watch, address: str) -> None:
    words = " ".join(PAYLOADS[first : first + 4])
    watch.open(f"{address}argmap/quotes?{urlencode({'_search': words})}")
    watch.open(f"{address}argmap/who_says_what?{urlencode({'name': words})}")
    watch.check()


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", [f"argmap?sql={quote(SQL)}", f"argmap?sql={quote('<script>' + RUN)}", f"<script>{RUN}"]
)
def test_a_query_or_an_address_runs_nothing(path: str, watch: Watch, address: str) -> None:
    page = watch.open(address + path)
    if path.endswith(quote(" as b")):
        page.locator("#sql-format").click()
        assert page.locator(".CodeMirror").is_visible()
    watch.check()


@pytest.mark.browser
def test_a_row_is_shown_and_leads_nowhere_by_itself(watch: Watch, address: str) -> None:
    page = watch.open(f"{address}argmap/articles")
    row = page.locator("td.type-pk a").first.get_attribute("href")
    watch.open(address + row.lstrip("/"))
    links = page.evaluate("[...document.querySelectorAll('main a, .content a, body a')].map(e => e.href)")
    outside = [link for link in links if not link.startswith((address, "https://datasette.io/"))]
    assert outside == []
    watch.check()


@pytest.mark.browser
def test_the_policy_stops_what_datasette_would_miss(watch: Watch, address: str) -> None:
    page = watch.open(f"{address}argmap/articles")
    page.evaluate(
        f"""() => {{ document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="{RUN}"><img src="{ELSEWHERE}/a">');
        const made = document.createElement('script'); made.textContent = '{RUN}'; document.body.append(made); }}"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate(f"window.{MARK}") is None
    assert len({fault.split()[1] for fault in watch.faults if fault.startswith("CSP ")}) >= 2
    assert not [fault for fault in watch.faults if fault.startswith(("dialog", "error"))]


@pytest.mark.parametrize(
    "path", ["/", "/argmap", "/argmap/articles.json", "/-/static/app.css", "/none", "/argmap?sql=no"]
)
def test_every_answer_is_hardened(path: str, address: str) -> None:
    headers = ask(address, path).headers
    rules = headers["Content-Security-Policy"]
    assert rules.startswith("default-src 'none'; script-src http://127.0.0.1:")
    assert "unsafe" not in rules.replace("style-src 'self' 'unsafe-inline'", "")
    assert "frame-ancestors 'none'" in rules
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not [name for name in headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("host", ["hostile.invalid", "hostile.invalid:{port}", "127.0.0.1", "127.0.0.1.hostile.invalid:{port}", ""])  # fmt: skip
def test_a_name_that_was_bound_to_this_machine_is_refused(host: str, address: str) -> None:
    answer = ask(address, Host=host.format(port=urlsplit(address).port))
    assert (answer.status, b"argmap" in answer.read()) == (403, False)


def test_this_machine_may_be_called_localhost(address: str) -> None:
    assert ask(address, Host=f"localhost:{urlsplit(address).port}").status == 200


@pytest.mark.parametrize("origin", ["http://hostile.invalid", "null", "http://127.0.0.1", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_another_origin_is_refused(method: str, origin: str, address: str) -> None:
    assert ask(address, "/argmap/articles.json", method, Origin=origin).status == 403
