"""GraphML: networkx reads the very map, and XML's limits cost no more than the signs that it cannot hold."""

import re
from io import BytesIO
from typing import Any

import networkx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export.graphml import dump
from pipeline.records.article_records import ArticleRecords


def legible(text: str) -> str:
    """Give a text as XML can carry it: without control signs, line ends as line feeds."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def check(found: ArticleRecords) -> None:
    graph = networkx.read_graphml(BytesIO(dump(found).encode()))
    number = {node.id: f"n{n}" for n, node in enumerate(found.map.nodes)}
    names = {speaker.id: speaker.name for speaker in found.map.speakers}
    assert list(graph.nodes) == list(number.values())
    for node in found.map.nodes:
        read = graph.nodes[number[node.id]]
        assert read["text"] == legible(node.text)
        assert read["record"] == legible(node.id)
        assert [read.get(key) for key in ("type", "stance", "start", "end", "confidence")] == [
            node.type, node.stance, node.start, node.end, node.confidence
        ]  # fmt: skip
        assert read.get("speaker_name") == (legible(names[node.speaker]) if node.speaker else None)
    edges = {(number[e.source], number[e.target]): e.relation for e in found.map.edges}
    assert {(a, b): relation for a, b, relation in graph.edges(data="relation")} == edges
    assert graph.graph["article"] == legible(found.article.id)


def test_the_seeds_are_read_as_they_are(seeds: list[ArticleRecords]) -> None:
    for found in seeds:
        check(found)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_articles_are_read_as_they_are(hostile: Any, data: st.DataObject) -> None:
    check(data.draw(hostile))
