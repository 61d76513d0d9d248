"""AIF, the Argument Interchange Format, in the JSON of AIFdb.

Statements are I-nodes; a relation is a node of its own between two of them: RA (inference) where one supports, CA
(conflict) where it attacks, MA (rephrase) where it repeats. AIFdb's time stamps are left out: the maps have none.
"""

import json
from itertools import pairwise
from typing import Any

from pipeline.export.numbering import numbers_of
from pipeline.records import ArgumentMap
from pipeline.records.article_records import ArticleRecords

SUFFIX = ".json"
ABOUT = "AIF JSON: I-nodes joined by RA, CA and MA nodes; for arguebuf, AIFdb and OVA"
SCHEMES = {"RA": "Default Inference", "CA": "Default Conflict", "MA": "Default Rephrase"}


class Graph:
    """Nodes and edges of AIF; both are numbered in the order in which they are added."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []

    def add(self, kind: str, text: str) -> str:
        """Add a node and give its id, digits as AIFdb has them."""
        self.nodes.append({"nodeID": str(len(self.nodes)), "text": text, "type": kind})
        return str(len(self.nodes) - 1)

    def path(self, *nodes: str) -> None:
        """Join nodes one after the other."""
        for before, after in pairwise(nodes):
            edge = {"edgeID": str(len(self.edges)), "fromID": before, "toID": after, "formEdgeID": None}
            self.edges.append(edge)


def schemes_of(found: ArgumentMap) -> dict[str, str]:
    """Tell the type of each relation's node, by the node that the relation starts from."""
    restates = {node.id: node.restates for node in found.nodes}
    return {
        edge.source: "CA" if edge.relation == "attacks" else "MA" if restates[edge.source] == edge.target else "RA"
        for edge in found.edges
    }


def add_map(graph: Graph, found: ArgumentMap) -> dict[str, str]:
    """Add a map's nodes, then its relations; give the ids of the relations' nodes by the node that they start from."""
    for node in found.nodes:
        graph.add("I", node.text)
    number, kinds = numbers_of(found), schemes_of(found)
    relations = {}
    for edge in found.edges:
        relations[edge.source] = graph.add(kinds[edge.source], SCHEMES[kinds[edge.source]])
        graph.path(str(number[edge.source]), relations[edge.source], str(number[edge.target]))
    return relations


def dump(found: ArticleRecords) -> str:
    """Give the map of one article; node 0 is the issue."""
    graph = Graph()
    add_map(graph, found.map)
    aif = {"nodes": graph.nodes, "edges": graph.edges, "locutions": []}
    return json.dumps(aif, ensure_ascii=False, indent=1) + "\n"
