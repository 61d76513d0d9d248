"""GraphML, written by networkx."""

import re
from io import BytesIO
from typing import Any

from pipeline.export.numbering import numbers_of
from pipeline.extras import need
from pipeline.records import Node
from pipeline.records.article_records import ArticleRecords
from pipeline.tables.table import rounded

SUFFIX = ".graphml"
ABOUT = "GraphML: nodes and edges with all their facts; for networkx, igraph, Gephi, Cytoscape, yEd"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump(found: ArticleRecords) -> str:
    """Give the map of one article; n0 is the issue, and every edge leads from a node to the node that it serves."""
    networkx = need("networkx", "export")
    number = numbers_of(found.map)
    names = found.names
    a = found.article
    about = {"article": a.id, "title": a.title, "source": a.source, "url": a.url, "published": a.published}
    graph = networkx.DiGraph(**_known(about))
    for node in found.map.nodes:
        graph.add_node(f"n{number[node.id]}", **_known(_facts(node, names)))
    for edge in found.map.edges:
        facts = {"relation": edge.relation, "confidence": rounded(edge.confidence), "why": edge.why}
        graph.add_edge(f"n{number[edge.source]}", f"n{number[edge.target]}", **_known(facts))
    buffer = BytesIO()
    networkx.write_graphml_xml(graph, buffer, named_key_ids=True)
    return buffer.getvalue().decode("utf-8") + "\n"


def _facts(node: Node, names: dict[str | None, str]) -> dict[str, Any]:
    return {
        "record": node.id,
        "type": node.type,
        "text": node.text,
        "stance": node.stance,
        "speaker": node.speaker,
        "speaker_name": names.get(node.speaker),
        "confidence": rounded(node.confidence),
        "sentence": node.sentence,
        "start": node.start,
        "end": node.end,
        "restates": node.restates,
    }


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is null, which GraphML cannot say, and replace signs that XML cannot hold."""
    return {
        key: NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for key, value in facts.items()
        if value is not None
    }
