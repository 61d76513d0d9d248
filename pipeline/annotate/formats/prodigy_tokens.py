"""Tokens for Prodigy, whose spans begin and end with tokens."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

PIECE = re.compile(r"\w+|[^\w\s]|\s")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, and the number of the one that begins or ends at an offset."""

    tokens: list[dict[str, Any]]
    beginning: dict[int, int]
    ending: dict[int, int]


def tokenise(text: str, spans: Collection[tuple[int, int]]) -> Tokens:
    """Cut a text at words, signs and the bounds of spans; a blank after a token belongs to it unless a span does too."""
    starts, ends = {a for a, _ in spans}, {b for _, b in spans}
    cuts = sorted({0, len(text), *starts, *ends, *(match.end() for match in PIECE.finditer(text))})
    tokens: list[dict[str, Any]] = []
    for start, end in pairwise(cuts):
        if text[start:end] == " " and tokens and not tokens[-1]["ws"] and start not in starts and end not in ends:
            tokens[-1]["ws"] = True
        else:
            tokens.append({"text": text[start:end], "start": start, "end": end, "id": len(tokens), "ws": False})
    return Tokens(tokens, {t["start"]: t["id"] for t in tokens}, {t["end"]: t["id"] for t in tokens})
