"""Web annotations keep the rules of the W3C's model, and each selector finds the words that it quotes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export.web_annotation import dump, urn
from pipeline.records.article_records import ArticleRecords

SCHEMA = json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def check(found: ArticleRecords) -> list[dict[str, Any]]:
    read = json.loads(dump(found))
    assert [error.message[:200] for error in VALIDATOR.iter_errors(read)] == []
    items: list[dict[str, Any]] = read["first"]["items"]
    ids = [item["id"] for item in items]
    assert read["total"] == len(set(ids)) == len(ids)
    links = {body["source"] for item in items for body in item["body"] if body["purpose"] == "linking"}
    assert links <= {*ids, urn(found.map.nodes[0].id)}
    text = found.article.text
    for target in targets(items):
        place, words = target["selector"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])
    return items


def targets(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [t for i in items for t in (i["target"] if isinstance(i["target"], list) else [i["target"]])]


def test_the_seeds_keep_the_rules_and_all_is_marked(seeds: list[ArticleRecords]) -> None:
    for found in seeds:
        items = check(found)
        parts = sum(1 + (q.cue is not None) + (q.source is not None) for q in found.quotes)
        nodes = len(found.map.nodes) - 1
        assert len(items) == len(found.entities) + parts + len(found.sentences) + nodes


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_articles_keep_the_rules(hostile: Any, data: st.DataObject) -> None:
    check(data.draw(hostile))


@pytest.mark.parametrize("broken", [{"motivation": "guessing"}, {"id": "not an iri"}, {"body": []}, {"target": {}}])
def test_the_rules_tell_wrong_annotations(broken: dict[str, Any], plain_article: ArticleRecords) -> None:
    read = json.loads(dump(plain_article))
    read["first"]["items"][0] |= broken
    assert not VALIDATOR.is_valid(read)


@pytest.mark.parametrize(
    ("url", "source"),
    [
        (None, "urn:argmap:a"),
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("see the paper of 3 May", "urn:argmap:a"),
        ("javascript:alert(1)", "urn:argmap:a"),
    ],
)
def test_the_source_is_the_address_or_else_a_name(url: str | None, source: str, plain_article: ArticleRecords) -> None:
    article = replace(plain_article.article, url=url)
    assert {t["source"] for t in targets(check(replace(plain_article, article=article)))} == {source}
