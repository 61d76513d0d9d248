"""Argdown: its own parser reads the very statements and relations of the map, whatever the articles say."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export.argdown import dump, escaped, quoted
from pipeline.records.article_records import ArticleRecords


def check(found: ArticleRecords, read: dict[str, Any]) -> None:
    """Compare what the parser read with the map."""
    number = {node.id: f"n{n}" for n, node in enumerate(found.map.nodes)}
    names = {speaker.id: speaker.name for speaker in found.map.speakers}
    assert read["errors"] == []
    assert read["others"] == 0
    assert len(read["statements"]) == len(found.map.nodes)
    for node, statement in zip(found.map.nodes, read["statements"], strict=True):
        assert statement["title"] == number[node.id]
        assert statement["ranges"] == 0  # nothing bold, no link, no mention
        assert [text.strip(" ") for text in statement["texts"]] == [re.sub("[ \t\r\n\f\v]+", " ", node.text).strip(" ")]
        assert statement["tags"] == ([node.stance] if node.stance else [])
        data = statement["data"]
        assert [data.get(key) for key in ("start", "end", "sentence")] == [node.start, node.end, node.sentence]
        assert data.get("speaker") == names.get(node.speaker or "")
    relations = {"supports": "support", "attacks": "attack"}
    assert read["relations"] == [
        [number[edge.source], number[edge.target], relations[edge.relation]] for edge in found.map.edges
    ]
    assert read["settings"]["title"] == (found.article.title or found.article.id)


@pytest.mark.readers
def test_the_seeds_are_read_as_they_are(argdown_reader: Any, seeds: list[ArticleRecords]) -> None:
    for found in seeds:
        check(found, argdown_reader.read(dump(found)))


@pytest.mark.readers
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_articles_are_read_as_they_are(argdown_reader: Any, hostile: Any, data: st.DataObject) -> None:
    found = data.draw(hostile)
    check(found, argdown_reader.read(dump(found)))


def test_a_statement_shows_its_side_its_facts_and_what_it_serves(plain_article: ArticleRecords) -> None:
    blocks = dump(plain_article).split("\n\n")
    assert blocks[2] == (
        "[n1]: “It is safe,” said Ana Ruiz. #pro\n"
        '  {type: "claim", speaker: "Ana Maria Ruiz", confidence: 0.5, sentence: "a:s0", start: 0, end: 28}\n'
        "  +> [n0]"
    )
    assert blocks[4].endswith("+> [n2]\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The U.S. pays $7.50 for it.", "The U\\.S. pays $7.50 for it."),
        ("[n1] and #tag", "\\[n1] and \\#tag"),
        ("a // b", "a \\// b"),
        (" two\n lines ", "two lines"),
        ("=== a ====", "\\=== a \\=\\==="),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_value_never_ends_its_block() -> None:
    assert quoted("} ===") == '"\\u007d \\u003d\\u003d\\u003d"'
