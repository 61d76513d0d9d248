"""AIF and xAIF: arguebuf and the library xaif read the very map, and who says what."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export import aif, xaif
from pipeline.records.article_records import ArticleRecords

OF = {"supports": "Support", "attacks": "Attack", "restates": "Rephrase"}


def check_argument(found: ArticleRecords, read: dict[str, Any]) -> None:
    """Compare statements and relations with the map."""
    number = {node.id: str(n) for n, node in enumerate(found.map.nodes)}
    assert read["texts"] == {number[node.id]: node.text for node in found.map.nodes}
    relations = {}
    for source, scheme in read["edges"]:
        if scheme in read["relations"]:
            (target,) = [end for start, end in read["edges"] if start == scheme]
            relations[source] = (target, read["relations"][scheme])
    restates = {node.id: node.restates for node in found.map.nodes}
    assert relations == {
        number[edge.source]: (
            number[edge.target],
            OF["restates" if restates[edge.source] == edge.target and edge.relation == "supports" else edge.relation],
        )
        for edge in found.map.edges
    }
    assert len(read["edges"]) == 2 * len(found.map.edges)


def check_dialogue(found: ArticleRecords, read: dict[str, Any]) -> None:
    """Compare who asserts what with the map."""
    names = {speaker.id: " ".join(speaker.name.split()) for speaker in found.map.speakers}
    own = ", ".join(found.article.authors) or found.article.source or "The article"
    said = {str(n): names.get(node.speaker or "", own) for n, node in enumerate(found.map.nodes)}
    texts = {str(n): node.text for n, node in enumerate(found.map.nodes)}
    assert [node for *_, node in read["asserted"]] == list(said)[1:]
    for locution, text, illocution, node in read["asserted"]:
        assert illocution == "Asserting"
        assert read["speakers"][locution][0].lstrip() == said[node]
        assert text == f"{said[node]}: {texts[node]}"


@pytest.mark.readers
def test_the_seeds_are_read_as_they_are(aif_reader: Any, seeds: list[ArticleRecords]) -> None:
    for found in seeds:
        check_argument(found, aif_reader.read(["aif", aif.dump(found)]))
        read = aif_reader.read(["xaif", xaif.dump(found)])
        check_argument(found, read)
        check_dialogue(found, read)


@pytest.mark.readers
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_articles_are_read_as_they_are(aif_reader: Any, hostile: Any, data: st.DataObject) -> None:
    found = data.draw(hostile)
    check_argument(found, aif_reader.read(["aif", aif.dump(found)]))
    read = aif_reader.read(["xaif", xaif.dump(found)])
    check_argument(found, read)
    check_dialogue(found, read)


def paths(graph: dict[str, Any], kind: str) -> list[list[str]]:
    """List what stands before and after each node of a kind: [type before, its text, type after]."""
    nodes = {node["nodeID"]: node for node in graph["nodes"]}
    out = []
    for node in graph["nodes"]:
        if node["type"] == kind:
            before = [nodes[e["fromID"]] for e in graph["edges"] if e["toID"] == node["nodeID"]]
            after = [nodes[e["toID"]] for e in graph["edges"] if e["fromID"] == node["nodeID"]]
            out += [[b["type"], node["text"], a["type"]] for b in before for a in after]
    return out


def test_relations_are_anchored_where_they_are_made(plain_article: ArticleRecords) -> None:
    graph = json.loads(xaif.dump(plain_article))["AIF"]
    assert [path for path in paths(graph, "TA") if path[2] == "L"] == [["L", "Default Transition", "L"]] * 2
    assert paths(graph, "YA") == [
        ["L", "Asserting", "I"],
        ["L", "Asserting", "I"],
        ["L", "Asserting", "I"],
        ["L", "Arguing", "RA"],
        ["L", "Disagreeing", "CA"],
        ["TA", "Restating", "MA"],
    ]


def test_a_person_has_two_names_and_the_article_is_a_participant(plain_article: ArticleRecords) -> None:
    graph = json.loads(xaif.dump(plain_article))["AIF"]
    assert graph["participants"] == [
        {"participantID": 0, "firstname": "", "surname": "The article"},
        {"participantID": 1, "firstname": "Ana Maria", "surname": "Ruiz"},
    ]
    assert [locution["personID"] for locution in graph["locutions"]] == [1, 0, 1]


def test_the_text_marks_the_locutions(plain_article: ArticleRecords) -> None:
    found = json.loads(xaif.dump(plain_article))
    locution = found["AIF"]["locutions"][1]["nodeID"]
    assert f'<span id="node{locution}" class="highlighted">It costs much.</span>' in found["text"]


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("dump", [aif.dump, xaif.dump])
def test_ids_are_digits_and_edges_join_nodes(
    dump: Callable[[ArticleRecords], str], hostile: Any, data: st.DataObject
) -> None:
    found = json.loads(dump(data.draw(hostile)))
    graph = found.get("AIF", found)
    ids = [node["nodeID"] for node in graph["nodes"]]
    assert ids == [str(n) for n in range(len(ids))]
    assert {end for edge in graph["edges"] for end in (edge["fromID"], edge["toID"])} <= set(ids)
    if "text" in found:
        assert "<script" not in found["text"]
