import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import InputError, MissingArtifactError, UsageError
from pipeline.explore.build import build

FILES = ("articles", "sentences", "entities", "quotes", "speakers", "stances", "maps", "claims", "actors", "outlets")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in open(path, encoding="utf-8", newline="\n")]


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    db = sqlite3.connect(database)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


@pytest.fixture
def copy(outputs: Path, tmp_path: Path) -> Callable[..., Path]:
    """Copy the output files; `changes` gives a file's new lines from its old ones."""

    def change(**changes: Callable[[list[str]], list[str]]) -> Path:
        for name in FILES:
            text = (outputs / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
            (tmp_path / f"{name}.jsonl").write_text("".join(changes.get(name, list)(text)), encoding="utf-8")
        return tmp_path

    return change


def test_the_same_files_give_the_same_bytes(outputs: Path, database: Path, tmp_path: Path) -> None:
    build(outputs, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == database.read_bytes()


def test_every_record_is_a_row_with_its_values(outputs: Path, database: Path) -> None:
    stances = {s["sentence"]: s for s in lines(outputs / "stances.jsonl")}
    assert rows(database, 'SELECT id, text, start, "end", label, pro, voice, speaker, uncertain FROM sentences') == [
        (s["id"], s["text"], s["start"], s["end"], t["label"], t["scores"]["pro"], t["voice"], t["speaker"], t["uncertain"])
        for s in lines(outputs / "sentences.jsonl")
        for t in [stances[s["id"]]]
    ]  # fmt: skip
    assert rows(database, "SELECT id, entity, label, sentence FROM entities") == [
        (e["id"], e["entity"], e["label"], e["sentence"]) for e in lines(outputs / "entities.jsonl")
    ]
    assert rows(database, "SELECT id, name, position, neutral, mentions FROM speakers") == [
        (p["id"], p["name"], p["position"], p["stance"]["neutral"], json.dumps(p["mentions"]))
        for p in lines(outputs / "speakers.jsonl")
    ]
    maps = lines(outputs / "maps.jsonl")
    assert rows(database, "SELECT id, article, stance, restates FROM nodes") == [
        (n["id"], m["article"], n["stance"], n["restates"]) for m in maps for n in m["nodes"]
    ]
    assert rows(database, "SELECT source, target, relation, confidence FROM edges") == [
        (e["source"], e["target"], e["relation"], e["confidence"]) for m in maps for e in m["edges"]
    ]


def test_quotes_have_the_text_of_their_spans(outputs: Path, database: Path) -> None:
    texts = {a["id"]: a["text"] for a in lines(outputs / "articles.jsonl")}
    expected = []
    for q in lines(outputs / "quotes.jsonl"):
        text = texts[q["article"]]
        cue, source = (text[slice(*q[part])] if q[part] else None for part in ("cue", "source"))
        expected.append((q["id"], cue, source, " … ".join(text[a:b] for a, b in q["content"]), q["content"][-1][1]))
    assert rows(database, "SELECT id, cue, source, content, content_end FROM quotes") == expected
    assert len(expected) > 50


def test_corpus_files_are_linked_to_the_articles(outputs: Path, database: Path) -> None:
    articles = {a["id"]: a["source"] for a in lines(outputs / "articles.jsonl")}
    assert dict(rows(database, "SELECT a.id, o.name FROM articles a JOIN outlets o ON o.id = a.outlet")) == articles
    actors = lines(outputs / "actors.jsonl")
    of = {p["speaker"]: a["id"] for a in actors for p in a["appearances"]}
    assert dict(rows(database, "SELECT id, actor FROM speakers")) == of
    assert rows(database, "SELECT actor, before, after FROM flips ORDER BY rowid") == [
        (a["id"], f["before"], f["after"]) for a in actors for f in a["flips"]
    ]
    (claim,) = lines(outputs / "claims.jsonl")
    assert [n for (n,) in rows(database, "SELECT node FROM claim_nodes ORDER BY rowid")] == claim["nodes"]


def test_views_tell_what_they_are_named_for(outputs: Path, database: Path) -> None:
    uncertain = {s["sentence"] for s in lines(outputs / "stances.jsonl") if s["uncertain"]}
    assert {s for (s,) in rows(database, "SELECT sentence FROM uncertain_sentences")} == uncertain != set()
    copies = {(a["id"], a["duplicate_of"]) for a in lines(outputs / "articles.jsonl") if a["duplicate_of"]}
    assert set(rows(database, "SELECT copy, original FROM near_copies")) == copies != set()
    said = {q["id"] for q in lines(outputs / "quotes.jsonl") if q["speaker"]}
    assert {q for (q,) in rows(database, "SELECT quote FROM quotes_by_speaker")} == said
    speakers = len(lines(outputs / "speakers.jsonl"))
    assert rows(database, "SELECT count(*) FROM speaker_positions") == [(speakers,)]
    assert rows(database, "SELECT claim, side FROM claims_by_side") == [("c0", "pro")]


def test_search_finds_other_forms_of_a_word(database: Path) -> None:
    found = rows(database, "SELECT text FROM sentences_fts WHERE sentences_fts MATCH 'criminal'")
    assert any("criminals" in text for (text,) in found)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_and_nothing_is_written(name: str, copy: Callable[..., Path]) -> None:
    out = copy()
    (out / f"{name}.jsonl").unlink()
    with pytest.raises(MissingArtifactError, match=f"{name}.jsonl"):
        build(out, out / "argmap.db")
    assert not [p for p in out.iterdir() if "argmap.db" in p.name]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"quotes": lambda old: [*old, old[-1]]}, "the same id twice"),
        ({"speakers": lambda old: old[:-1]}, "that are not there"),
        ({"outlets": lambda old: old[:-1]}, "no outlet"),
        ({"articles": lambda old: old[:-1]}, "which articles.jsonl does not"),
        ({"stances": lambda old: old[:-1]}, "records of the article"),
        ({"maps": lambda old: old[1:]}, "0 records"),
    ],
)
def test_files_of_different_runs_are_refused_and_the_old_database_stays(
    changes: dict[str, Callable[[list[str]], list[str]]], says: str, copy: Callable[..., Path]
) -> None:
    out = copy(**changes)
    (out / "argmap.db").write_bytes(b"before")
    with pytest.raises(InputError, match=says):
        build(out, out / "argmap.db")
    assert (out / "argmap.db").read_bytes() == b"before"
    assert not (out / ".argmap.db.part").exists()


def test_a_missing_package_names_the_extra(outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlite_utils", None)
    with pytest.raises(UsageError, match=r"pip install 'argmap\[explore\]'"):
        build(outputs, tmp_path / "argmap.db")
    assert not list(tmp_path.iterdir())


def test_the_command_line_needs_no_extra_package() -> None:
    code = "import sys, pipeline.cli; print(sorted({'datasette', 'sqlite_utils', 'uvicorn'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
