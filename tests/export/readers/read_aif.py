"""Read AIF and xAIF with the programs of others: ["aif" or "xaif", text] a line in, what they found a line out.

arguebuf reads the argument, the library xaif also who utters what. Run with the Python in which both are installed; they
cannot live beside the project's own packages (lxml).
"""

import json
import sys
import warnings
from typing import Any

import arguebuf
import xaif

warnings.simplefilter("ignore")  # of locutions, which arguebuf passes over
LOAD = {"aif": arguebuf.load.aif, "xaif": arguebuf.load.xaif}


def argument(form: str, text: str) -> dict[str, Any]:
    """Give the statements, the relations and the edges between them."""
    graph = LOAD[form](json.loads(text))
    return {
        "texts": {node.id: node.text for node in graph.atom_nodes.values()},
        "relations": {node.id: type(node.scheme).__name__ for node in graph.scheme_nodes.values()},
        "edges": sorted([edge.source.id, edge.target.id] for edge in graph.edges.values()),
    }


def dialogue(text: str) -> dict[str, Any]:
    """Give the locutions with their speakers, and what illocution asserts which statement."""
    graph = xaif.AIF(json.loads(text))
    rows = graph.get_csv("locution").to_dict("records") if graph.locutions else []
    return {
        "speakers": {one["nodeID"]: graph.get_speaker(one["nodeID"]) for one in graph.locutions},
        "asserted": [
            [row["proposition1_id"], row["proposition1_text"], row["relation"], row["proposition2_id"]]
            for row in rows
            if row["relation"] != "None"
        ],
    }


for line in sys.stdin:
    form, text = json.loads(line)
    found = argument(form, text) | (dialogue(text) if form == "xaif" else {})
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
