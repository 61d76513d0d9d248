"""xAIF, the extended AIF of argument mining: the map with who says what (inference anchoring theory, Budzynska and Reed 2011).

Each statement but the issue is asserted by a locution ("Name: text", an L-node) of a participant. Locutions follow each
other over transitions (TA). Arguing, disagreeing and restating are anchored where the second of two locutions answers
the first; against or for the issue, which nobody utters, in the locution itself.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipeline.export.aif import Graph, add_map, schemes_of
from pipeline.export.marked import marked_text
from pipeline.records import ArgumentMap, Article, Speaker
from pipeline.records.article_records import ArticleRecords

SUFFIX = ".json"
ABOUT = "xAIF JSON: AIF with locutions, illocutions and participants; for arguebuf, OVA3 and the oAMF modules"
ILLOCUTIONS = {"RA": "Arguing", "CA": "Disagreeing", "MA": "Restating"}
ARTICLE = 0  # participant for the article's own voice


def participants(article: Article, speakers: Sequence[Speaker]) -> list[dict[str, Any]]:
    """List the article's own voice, then its speakers; only a person's name has two parts."""
    own = ", ".join(article.authors) or article.source or "The article"
    people = [{"participantID": ARTICLE, "firstname": "", "surname": own}]
    for number, speaker in enumerate(speakers, 1):
        words = speaker.name.split()
        last = -1 if speaker.kind == "person" else 0
        people.append({"participantID": number, "firstname": " ".join(words[:last]), "surname": " ".join(words[last:])})
    return people


def dump(found: ArticleRecords) -> str:
    """Give the map of one article; node 0 is the issue."""
    graph = Graph()
    relations = add_map(graph, found.map)
    people = participants(found.article, found.map.speakers)
    person = {speaker.id: number for number, speaker in enumerate(found.map.speakers, 1)}
    uttered: dict[str, str] = {}  # the locution of each node
    locutions = []
    for number, node in enumerate(found.map.nodes[1:], 1):
        who = people[person.get(node.speaker or "", ARTICLE)]
        uttered[node.id] = graph.add("L", f"{_name(who)}: {node.text}")
        locutions.append({"nodeID": uttered[node.id], "personID": who["participantID"]})
        graph.path(uttered[node.id], graph.add("YA", "Asserting"), str(number))
    _anchor(graph, found.map, uttered, relations)
    aif = {
        "nodes": graph.nodes,
        "edges": graph.edges,
        "schemefulfillments": [],
        "descriptorfulfillments": [],
        "participants": people,
        "locutions": locutions,
    }
    ova = {"firstname": "", "surname": "", "url": found.article.url or "", "nodes": [], "edges": []}
    text = marked_text(found.article, found.map, uttered)
    return json.dumps({"AIF": aif, "text": text, "dialog": True, "OVA": ova}, ensure_ascii=False, indent=1) + "\n"


def _name(person: dict[str, Any]) -> str:
    return f"{person['firstname']} {person['surname']}".lstrip()


def _anchor(graph: Graph, found: ArgumentMap, uttered: dict[str, str], relations: dict[str, str]) -> None:
    """Add the transitions from each locution to the next and to those that it answers, and anchor the relations."""
    place = {node: number for number, node in enumerate(uttered)}
    target = {edge.source: edge.target for edge in found.edges}
    steps = {*pairwise(uttered), *(_in_order(a, b, place) for a, b in target.items() if b in place)}
    transitions: dict[tuple[str, str], str] = {}
    for before, after in sorted(steps, key=lambda step: (place[step[1]], place[step[0]])):
        transitions[before, after] = graph.add("TA", "Default Transition")
        graph.path(uttered[before], transitions[before, after], uttered[after])
    for source, kind in schemes_of(found).items():
        answered = target[source] in place
        anchor = transitions[_in_order(source, target[source], place)] if answered else uttered[source]
        graph.path(anchor, graph.add("YA", ILLOCUTIONS[kind]), relations[source])


def _in_order(one: str, other: str, place: dict[str, int]) -> tuple[str, str]:
    return (one, other) if place[one] < place[other] else (other, one)
