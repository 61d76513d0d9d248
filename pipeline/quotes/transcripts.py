"""Turns of a transcript: lines that begin with `NAME:` or `Name:`, and the lines that go on from them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.content import trim
from pipeline.quotes.tree import Tree

LABEL = re.compile(r"[\"“]?(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the)){0,4}):\s")
LINE = re.compile(r"\S[^\n\r]*")
GOES_ON = re.compile(r"(?!\d+[.)] )(?!By )[^\n]*[.!…][”\"'’)\]]*\s*$")  # neither a numbered question nor a byline
TURNS = 2  # labelled lines that make a transcript, and times that a label in small letters stands
NOT_NAMES = frozenset(
    "note correction clarification update updated editor editorial opinion analysis related photo photos watch read more "
    "claim claims fact facts verdict rating poll background context question answer summary warning".split()
)  # last words of labels that name no speaker
RELIABILITY = 0.9


def transcript_candidates(tree: Tree) -> Iterator[Candidate]:
    """Yield a candidate for each turn of a text in which some label stands twice, or two stand in capitals."""
    lines = [m.span() for m in LINE.finditer(tree.text)]
    labels = [LABEL.match(tree.text, a, b) for a, b in lines]
    names = [m["name"] for m in labels if m and m["name"].lower().split()[-1] not in NOT_NAMES]
    turning = {n for n in names if names.count(n) >= TURNS} | {n for n in names if n.isupper()}
    if sum(n in turning for n in names) < TURNS:
        return
    turn: Candidate | None = None
    for (start, end), label in zip(lines, labels, strict=True):
        if label and label["name"] in names:
            if turn is not None:
                yield turn
            turn = _turn(tree, label, end)
        elif turn is not None and GOES_ON.match(tree.text, start, end) and not label:
            turn.content.append(_tokens(tree, start, end))
        elif turn is not None:
            yield turn
            turn = None
    if turn is not None:
        yield turn


def _turn(tree: Tree, label: re.Match[str], end: int) -> Candidate | None:
    """Begin a turn at its label; None where no token is left of the name or of what is said."""
    name = _tokens(tree, label.start("name"), label.end("name"))
    content = _tokens(tree, label.end(), end)
    if name[0] >= name[1] or content[0] >= content[1]:
        return None
    cue = (content[0] - 1, content[0]) if content[0] - name[1] == 1 else (name[1], content[0])
    return Candidate(name[1] - 1, cue, [content], name, RELIABILITY, "transcript", name[1] - 1)


def _tokens(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Give the trimmed tokens of a stretch of characters."""
    lo, hi = bisect_left(tree.start, start), bisect_right(tree.end, end)
    return trim(tree, lo, hi) if lo < hi else (0, 0)
