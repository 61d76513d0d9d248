"""Say in words what a `why` of stances.jsonl says in signs."""

import re

REASON = re.compile(r"(?P<kind>word|char|fact|rule):(?P<name>[^=]*?)(?:=(?P<value>.*?))?(?P<weight> [+-]\d+\.\d+)?")
FACTS = {
    "kind": "part of the page",
    "quote": "speech",
    "frame": "turn of phrase",
    "reason": "argument",
    "subject": "side of the one who acts",
    "speaker": "kind of speaker",
    "who": "speaker described as",
    "prior": "speaker’s known position",
    "prior+near": "speaker’s known position, policy named",
}


def in_words(reason: str) -> str:
    """Turn "fact:quote=mixed +0.44" into "speech: mixed (+0.44)"; what is not known stays as it is."""
    found = REASON.fullmatch(reason)
    if not found:
        return reason
    kind, name, value, weight = found["kind"], found["name"], found["value"], found["weight"]
    tail = f" ({weight.strip()})" if weight else ""
    if kind == "fact" and value is not None:
        return f"{FACTS.get(name, name)}: {value.replace('_', ' ')}{tail}"
    if kind == "rule":
        return f"by rule: {name}{tail}"
    whole = name if value is None else f"{name}={value}"
    return f"{'letters' if kind == 'char' else 'words' if ' ' in whole else 'word'} “{whole}”{tail}"
