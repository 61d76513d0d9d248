"""Say in words what labels and the `why` of stances.jsonl and maps.jsonl say in signs."""

import re
from functools import lru_cache

from pipeline.records import Edge

WEIGHT = re.compile(r" ([+-]\d+\.\d+)$")
FACTS = {
    "kind": "part of the page",
    "quote": "speech",
    "frame": "turn of phrase",
    "reason": "argument",
    "subject": "side of the one who acts",
    "speaker": "kind of speaker",
    "about": "how the speaker is introduced",
    "who": "speaker described as",
    "prior": "speaker’s known position",
    "prior+near": "speaker’s known position, policy named",
}
SIDES = {"pro": "For", "anti": "Against", "neutral": "On neither side", "mixed": "On both sides"}
SIGNS = {"pro": "+", "anti": "–", "neutral": "·", "mixed": "±"}
LEEWAY = 5  # characters; the same as that of the templates' `truncate`
RULES = {
    "reason for": "a reason for it",
    "leans on": "leans on it",
    "restates": "says it again",
}


def edge_in_words(edge: Edge) -> str:
    """Tell what a node does for the one that it serves: "supports: a reason for it (0.75)"."""
    rule = edge.why.split("; ")[0]
    if rule == "position":
        return f"{edge.relation} the issue"
    return f"{edge.relation}: {RULES.get(rule, rule)} ({edge.confidence:.2f})"


def edge_reasons(edge: Edge) -> str:
    """List what spoke for an edge, beside the rule; empty where the rule is all."""
    return ", ".join(edge.why.split("; ")[1:])


@lru_cache(maxsize=2048)  # reasons come again from sentence to sentence
def in_words(reason: str) -> str:
    """Turn "fact:quote=mixed +0.44" into "speech: mixed (+0.44)"; what is not known stays as it is."""
    weight = WEIGHT.search(reason)
    body = reason[: weight.start()] if weight else reason
    return _named(body) + (f" ({weight[1]})" if weight else "")


def _named(body: str) -> str:
    kind, colon, rest = body.partition(":")
    if not colon:
        return body
    if kind == "word":
        return f"{'words' if ' ' in rest else 'word'} “{rest}”"
    if kind == "rule":
        return f"by rule: {rest}"
    name, equals, value = rest.partition("=")
    if kind == "fact" and equals:
        return f"{FACTS.get(name, name)}: {value.replace('_', ' ')}"
    return f"{FACTS.get(kind, kind)}: {rest}"


def shorten(text: str, longest: int) -> str:
    """Cut a text that is more than a little too long at a white space, with three points at its end."""
    if len(text) <= longest + LEEWAY:
        return text
    return text[: longest - 3].rsplit(" ", 1)[0] + "..."
