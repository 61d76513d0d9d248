"""DOT, the language of Graphviz: the map as a drawing. Attacks are dashed, and signs say what colours say."""

import re

from pipeline.export.numbering import numbers_of
from pipeline.records import Node
from pipeline.records.article_records import ArticleRecords
from pipeline.report.wrap import wrap

SUFFIX = ".dot"
ABOUT = "DOT: a drawing for Graphviz (dot -Tsvg FILE)"
INK = "#1b1b1f"
COLOURS = {"pro": ("#0b5fa5", "#dcebf9"), "anti": ("#a8480a", "#fde6d3")}  # line and ground, as in the report
PLAIN = ("#55585f", "#f6f7f9")
SIGN = {"pro": "+", "anti": "–"}
STYLE = {"supports": "style=solid", "attacks": "style=dashed, arrowhead=tee"}
WIDTH, LINES = 26, 8  # ems and lines of a label; all of the text is in the tooltip
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def quoted(text: str) -> str:
    r"""Give a string of DOT that shows as the text; `\n` alone breaks a line.

    A backslash or an ampersand of the text would start an escape or an entity.
    """
    safe = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\l")
    return f'"{CONTROL.sub(" ", safe)}"'


def dump(found: ArticleRecords) -> str:
    """Give the drawing of one article's map; n0 is the issue, on the left."""
    number = numbers_of(found.map)
    names = found.names
    lines = [
        "digraph map {",
        '  rankdir=RL; nodesep=0.15; ranksep=1.3; fontname="Helvetica";',
        f"  label={quoted(_line(found.article.title or found.article.id))}; labelloc=t; labeljust=l;",
        f'  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11, fontcolor="{INK}", margin="0.12,0.08"];',
        f'  edge [color="{PLAIN[0]}", arrowsize=0.7, tailport=w, headport=e];',
    ]
    lines += [f"  n{number[node.id]} [{_look(node, names)}];" for node in found.map.nodes]
    for edge in found.map.edges:
        tip = quoted(_line(f"{edge.relation} ({edge.why}, {edge.confidence:.2f})"))
        lines.append(f"  n{number[edge.source]} -> n{number[edge.target]} [{STYLE[edge.relation]}, tooltip={tip}];")
    return "\n".join([*lines, "}\n"])


def _line(text: str) -> str:
    return CONTROL.sub(" ", text)


def _look(node: Node, names: dict[str | None, str]) -> str:
    line, ground = COLOURS.get(node.stance or "", PLAIN)
    label = wrap(_line(node.text), WIDTH, LINES)
    if node.type != "issue":
        who = names.get(node.speaker) or "the article"
        label += wrap(_line(f"{SIGN.get(node.stance or '', '')} {node.type} · {who}"), WIDTH, 1)
    width = ", penwidth=2" if node.type == "issue" else ""
    text = quoted("".join(f"{row}\n" for row in label))
    return f'label={text}, tooltip={quoted(_line(node.text))}, color="{line}", fillcolor="{ground}"{width}'
