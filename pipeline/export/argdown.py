"""Argdown, argument maps as plain text that people edit (argdown.org).

Each node is a statement with the title n0, n1, …, its stance as a tag, and a data block; below stands what it serves.
"""

import json
import re

from pipeline.export.numbering import numbers_of
from pipeline.records import Node
from pipeline.records.article_records import ArticleRecords
from pipeline.tables.table import rounded

SUFFIX = ".argdown"
ABOUT = "Argdown: statements and relations as text to read and edit"
ARROWS = {"supports": "+>", "attacks": "->"}
SETTINGS = (
    'model: {removeTagsFromText: true}\ncolor: {tagColors: {pro: "#0b5fa5", anti: "#a8480a", neutral: "#55585f"}}'
)
# What would start a mention, link, tag, bold or italic text, a title, comment or data block anywhere in a line; a
# stop or colon that could open a short code (".v." is a sign of logic); and the first of "===" (front matter).
SPECIAL = re.compile(r"[\\#*_\[<{]|\.(?=[^ ]+\.)|:(?=[^ ]+:)|/(?=/)|=(?===)")
# In a data block or the front matter: their own marks, and what YAML refuses.
UNSAFE = re.compile("[{}=\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
SPACE = re.compile(r"[ \t\r\n\f\v]+")


def escaped(text: str) -> str:
    """Give a text that Argdown reads as itself; white space becomes one space, for a statement is one line."""
    return SPECIAL.sub(r"\\\g<0>", SPACE.sub(" ", text).strip(" "))


def quoted(value: str | int | float | None) -> str:
    """Give a YAML value, in the notation of JSON."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def dump(found: ArticleRecords) -> str:
    """Give the map of one article; n0 is the issue."""
    number = numbers_of(found.map)
    names = found.names
    served = {edge.source: f"  {ARROWS[edge.relation]} [n{number[edge.target]}]\n" for edge in found.map.edges}
    about = {"title": found.article.title or found.article.id, "author": ", ".join(found.article.authors) or None}
    lines = [f"{key}: {quoted(value)}" for key, value in about.items() if value is not None]
    blocks = ["===\n" + "\n".join([*lines, SETTINGS]) + "\n===\n"]
    blocks += [
        f"[n{number[node.id]}]: {escaped(node.text)}{_facts(node, names)}\n{served.get(node.id, '')}"
        for node in found.map.nodes
    ]
    return "\n".join(blocks)


def _facts(node: Node, names: dict[str | None, str]) -> str:
    """Give a node's tag and data block; the issue has none."""
    if node.type == "issue":
        return ""
    facts = {
        "type": node.type,
        "speaker": names.get(node.speaker),
        "confidence": rounded(node.confidence),
        "sentence": node.sentence,
        "start": node.start,
        "end": node.end,
    }
    block = ", ".join(f"{key}: {quoted(value)}" for key, value in facts.items() if value is not None)
    return f" #{node.stance}\n  {{{block}}}"
