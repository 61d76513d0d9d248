"""Say in words what a `why` of stances.jsonl says in signs."""

import re

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
