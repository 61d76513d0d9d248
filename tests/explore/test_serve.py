"""The real server: `argmap explore` on a free port."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import IO, Any, cast
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

from pipeline.errors import UsageError
from pipeline.explore.serve import check_servable, metadata_of

ARGMAP = str(Path(sys.executable).with_name("argmap"))
DATABASE = metadata_of("argmap")["databases"]["argmap"]
HOSTILE = "<script>alert(1)</script>"
PARAMETERS = {
    "who_says_what": {"name": "ruiz"},
    "most_quoted": {"side": "anti"},
    "sentences_by_outlet": {"side": "anti", "outlet": "daily"},
    "direct_quotes_with": {"words": "criminal"},
    "changed_side": {},
    "map_of_article": {"article": "copy"},
    "least_sure": {"label": "pro"},
    "with_and_without_copies": {},
    "claims_of_side": {"side": "pro"},
    "who_answers_whom": {},
}
Get = Callable[..., Any]


def start(*words: object) -> tuple[subprocess.Popen[str], str]:
    """Start the server; give it and the address that it prints."""
    server = subprocess.Popen(
        [ARGMAP, "explore", *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    said = ""
    for line in cast(IO[str], server.stderr):
        said += line
        if found := re.search(r"http://\S+", line):
            return server, found[0]
    raise AssertionError(said)


def stop(server: subprocess.Popen[str]) -> str:
    """Press Ctrl-C; give what the server says then."""
    server.send_signal(signal.SIGINT)
    return "".join(server.communicate(timeout=30))


@pytest.fixture(scope="module")
def base(outputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server, url = start("--out", outputs, "--db", tmp_path_factory.mktemp("served") / "argmap.db", "--port", 0)
    yield url
    stop(server)


def text_of(url: str) -> str:
    with urlopen(url, timeout=30) as answer:  # noqa: S310 (our own server)
        return str(answer.read().decode())


@pytest.fixture(scope="module")
def get(base: str) -> Get:
    def rows(page: str, **query: object) -> Any:
        return json.loads(text_of(f"{base}/{page}.json?{urlencode({'_shape': 'array', '_size': 'max', **query})}"))

    return rows


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in open(path, encoding="utf-8", newline="\n")]


def test_the_index_names_the_database(base: str) -> None:
    page = text_of(base.rpartition("/")[0] + "/")
    assert "Argument maps of news" in page
    assert all(query["title"] in text_of(base) for query in DATABASE["queries"].values())


def test_metadata_describes_all_tables_and_views_and_columns_that_there_are(base: str, get: Get) -> None:
    there = {t["name"]: set(t["columns"]) for t in json.loads(text_of(base + ".json"))["tables"] if not t["hidden"]}
    views = {v["name"] for v in json.loads(text_of(base + ".json"))["views"]}
    assert there.keys() | views == DATABASE["tables"].keys()
    for name, table in DATABASE["tables"].items():
        columns = there.get(name) or set(get(name)[0])
        assert table.get("columns", {}).keys() | set(table.get("facets", [])) <= columns, name
        assert table.get("label_column", "id") in columns | {"id"}, name


@pytest.mark.parametrize("name", ["articles", "sentences", "entities", "quotes", "speakers", "claims", "actors"])
def test_a_table_has_the_rows_of_its_file(name: str, outputs: Path, get: Get) -> None:
    assert {r["id"] for r in get(name)} == {r["id"] for r in lines(outputs / f"{name}.jsonl")}


@pytest.mark.parametrize("name", DATABASE["tables"])
def test_every_table_and_view_has_rows_and_a_page_with_its_facets(name: str, base: str, get: Get) -> None:
    assert get(name)
    page = text_of(f"{base}/{name}")
    for facet in DATABASE["tables"][name].get("facets", []):
        assert f'data-column="{facet}"' in page or f"_facet={facet}" in page or f"facet-{facet}" in page.lower()


def test_facets_count_what_is_in_the_file(base: str, outputs: Path) -> None:
    answer = json.loads(text_of(f"{base}/sentences.json"))
    counted = {f["value"]: f["count"] for f in answer["facet_results"]["label"]["results"]}
    labels = [s["label"] for s in lines(outputs / "stances.jsonl")]
    assert counted == {label: labels.count(label) for label in set(labels)}


def test_rows_link_to_each_other_by_their_labels(base: str) -> None:
    page = text_of(f"{base}/quotes?id=copy:q0")
    assert re.search(r'<a href="/argmap/speakers/copy~3Ap\d">Ana Ruiz</a>', page)
    assert '<a href="/argmap/articles/copy">&#39; or 1=1 --</a>' in page


@pytest.mark.parametrize("name", DATABASE["queries"])
def test_every_canned_query_answers(name: str, base: str, get: Get) -> None:
    found = get(name, **PARAMETERS[name])
    assert found or name == "who_answers_whom"
    assert text_of(f"{base}/{name}?{urlencode(PARAMETERS[name])}")
    empty = get(name, **dict.fromkeys(PARAMETERS[name], ""))
    assert len(empty) >= len(found)


def test_canned_queries_answer_from_the_files(outputs: Path, get: Get) -> None:
    stances = lines(outputs / "stances.jsonl")
    pro = sorted((max(s["scores"].values()), s["sentence"]) for s in stances if s["label"] == "pro")
    assert [(r["score"], r["sentence"]) for r in get("least_sure", label="pro")] == pro
    ruiz = {p["id"] for p in lines(outputs / "speakers.jsonl") if "Ruiz" in p["name"]}
    said = {q["id"] for q in lines(outputs / "quotes.jsonl") if q["speaker"] in ruiz}
    assert {r["quote"] for r in get("who_says_what", name="RUIZ")} == said != set()
    flips = [(a["id"], f["before"]) for a in lines(outputs / "actors.jsonl") for f in a["flips"]]
    assert sorted((r["actor"], r["before"]) for r in get("changed_side")) == sorted(flips)
    copies = {a["id"] for a in lines(outputs / "articles.jsonl") if a["duplicate_of"]}
    (row,) = [r for r in get("with_and_without_copies") if r["what"] == "sentences anti"]
    anti = [s["article"] for s in stances if s["label"] == "anti"]
    assert (row["all"], row["distinct"]) == (len(anti), len([a for a in anti if a not in copies]))


def test_the_map_of_an_article_comes_from_the_issue_down(outputs: Path, get: Get) -> None:
    for found in lines(outputs / "maps.jsonl"):
        rows = get("map_of_article", article=found["article"])
        parent = {e["source"]: e["target"] for e in found["edges"]}
        assert sorted(r["id"] for r in rows) == sorted(n["id"] for n in found["nodes"])
        above: list[str] = []
        for row in rows:
            assert parent.get(row["id"]) == (above[row["depth"] - 1] if row["depth"] else None)
            above[row["depth"] :] = [row["id"]]


def test_search_finds_text_by_any_form_of_a_word(get: Get) -> None:
    assert any("criminals" in r["text"] for r in get("sentences", _search="criminal"))
    assert any("criminals" in r["content"] for r in get("direct_quotes_with", words="criminal dangerous"))
    assert get("sentences", _search="zebra") == []


@pytest.mark.parametrize("words", ['"', "a OR", "*", "NEAR(", "content : x) OR (", HOSTILE, "-- ;", "'", "  "])
def test_odd_words_are_searched_for_and_not_obeyed(words: str, get: Get) -> None:
    assert isinstance(get("direct_quotes_with", words=words), list)
    assert isinstance(get("quotes", _search=f"{words} x"), list)


class Scripts(HTMLParser):
    """Collect what a browser would run: scripts, handlers, script addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script"
        self.found += [str(v) for name, v in attrs if name.startswith("on") or (v or "").startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def test_hostile_text_is_shown_and_never_run(base: str) -> None:
    article = "a~2Fb~7Ec~20~3Cscript~3Ealert~281~29~3C~2Fscript~3E"
    pages = [*DATABASE["tables"], *(f"{n}?{urlencode(p)}" for n, p in PARAMETERS.items()), f"articles/{article}"]
    pages += [f"who_says_what?name={quote(HOSTILE)}", f"quotes?_search={quote(HOSTILE)}", f"?sql=select+{quote(repr(HOSTILE))}"]  # fmt: skip
    shown = 0
    for page in pages:
        html = text_of(f"{base}/{page}" if not page.startswith("?") else base + page)
        assert not [script for script in Scripts(html).found if "alert(1)" in script], page
        shown += "&lt;script&gt;alert(1)" in html
    assert shown > 15


@pytest.mark.parametrize(
    "sql", ["delete from nodes", "insert into nodes (id) values ('x')", "pragma writable_schema=1", "attach 'x' as y",
            "select load_extension('x')", "with a as (select 1) delete from nodes"]
)  # fmt: skip
def test_nothing_can_be_written(sql: str, base: str, get: Get) -> None:
    before = get("nodes")
    with pytest.raises(HTTPError):
        text_of(f"{base}.json?{urlencode({'sql': sql})}")
    assert get("nodes") == before


def test_the_database_is_opened_as_one_that_never_changes(base: str) -> None:
    (database,) = json.loads(text_of(f"{base.rpartition('/')[0]}/-/databases.json"))
    assert (database["name"], database["is_mutable"]) == ("argmap", False)


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.2"), (socket.AF_INET6, "::1")])
def test_only_the_loopback_address_is_listened_on(family: int, host: str, base: str) -> None:
    port = int(base.rsplit(":", 1)[1].split("/")[0])
    # A server that listens on all addresses would answer on these too.
    with socket.socket(family) as other, pytest.raises(OSError):
        other.connect((host, port))


def test_ctrl_c_ends_with_130_and_a_clean_message(outputs: Path, tmp_path: Path) -> None:
    server, url = start("--out", outputs, "--db", tmp_path / "argmap.db", "--port", 0)
    with pytest.raises(HTTPError):  # a mistake in a query is told in the browser, not where the server runs
        text_of(f"{url}?sql=nonsense")
    said = stop(server)
    assert server.returncode == 130
    assert said == "explore: stopped\n"
    assert [p.name for p in tmp_path.iterdir()] == ["argmap.db"]


def test_ctrl_c_before_the_first_page_is_as_clean(outputs: Path, tmp_path: Path) -> None:
    server, _ = start("--out", outputs, "--db", tmp_path / "argmap.db", "--port", 0)
    assert stop(server) == "explore: stopped\n"
    assert server.returncode == 130


def test_a_busy_port_is_one_message_before_any_work(outputs: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        words: list[str | Path] = [ARGMAP, "explore", "--out", outputs, "--db", tmp_path / "x.db", "--port", str(port)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        f"argmap: 127.0.0.1:{port}: the port is busy\n  fix: give another --port, or --port 0 for any that is free\n"
    )
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_one_message_and_leaves_nothing(outputs: Path, tmp_path: Path) -> None:
    words = ["sh", "-c", 'ulimit -f 64 && exec "$0" explore --build-only --out "$1" --db "$2"']
    done = subprocess.run([*words, ARGMAP, outputs, tmp_path / "x.db"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "x.db: disk I/O error\n  fix: check the path, its permissions and free space" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_path_is_never_an_option(outputs: Path, tmp_path: Path) -> None:
    words: list[str | Path] = [ARGMAP, "explore", "--out", outputs, "--db=--load-extension=x.db", "--build-only"]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONSAFEPATH": "1"}
    )
    assert done.returncode == 0, done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["--load-extension=x.db"]


@pytest.mark.parametrize("name", ["a?mode=rwc", "a#b", "a%20b"])
def test_a_path_that_datasette_would_misread_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="--db"):
        check_servable(Path(f"{name}.db"))
