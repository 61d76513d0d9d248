"""Repair a candidate's content: cut it, trim it, and grow it to the quotations that it covers in part."""

from pipeline.quotes.candidate import AROUND_SENTENCES, Candidate, Range
from pipeline.quotes.content import cut, trim
from pipeline.quotes.extent import source_range
from pipeline.quotes.speech import Marked
from pipeline.quotes.tree import Tree

LINKING = frozenset({",", "and", "or", "a", "an", "the"})
LINKS = 4  # words at most between the quotations of a list


def repair(tree: Tree, c: Candidate, marks: Marked) -> list[Range]:
    """Give the content's ranges, repaired, without the cue, the source and parentheticals."""
    quoted, inside = marks.quoted, marks.inside
    out: list[Range] = []
    subject = c.source or (source_range(tree, c.subject) if c.subject is not None else None)
    if subject and subject[0] <= c.anchor < subject[1]:
        subject = subject[0], max(c.anchor, subject[0] + 1)
    for lo, hi in c.content:
        if c.pattern not in AROUND_SENTENCES:
            hi = cut(tree, lo, hi, inside)
        lo, hi = trim(tree, lo, hi)
        for q in {inside[i] for i in range(lo, hi) if inside[i] >= 0}:
            if c.anchor in quoted[q] or (c.subject is not None and c.subject in quoted[q]):
                continue
            lo, hi = min(lo, quoted[q].lo), max(hi, quoted[q].hi)
        hi = _over_list(tree, hi, marks)
        holes = [h for h in (c.cue, subject, c.hole) if h]
        pieces = [(lo, hi)]
        for a, b in holes:
            pieces = [p for x, y in pieces for p in _minus(x, y, a, b)]
        for x, y in pieces:
            x, y = trim(tree, x, y)
            if any(tree.is_word(i) for i in range(x, y)):
                out.append((x, y))
    return out


def _over_list(tree: Tree, hi: int, marks: Marked) -> int:
    """Move an end that is a closing mark over what goes on with `and “…”`, `, a “…”`: one list, one content."""
    inside = marks.inside
    while hi < len(tree) and inside[hi - 1] >= 0 and inside[hi] < 0:
        at = hi
        while at < min(len(tree), hi + LINKS) and tree.lower[at] in LINKING and inside[at] < 0:
            at += 1
        if at >= len(tree) or at == hi or inside[at] < 0 or tree.sent[at] != tree.sent[hi - 1]:
            break
        hi = marks.quoted[inside[at]].hi
    return hi


def _minus(lo: int, hi: int, a: int, b: int) -> list[Range]:
    if b <= lo or a >= hi:
        return [(lo, hi)]
    return [(x, y) for x, y in ((lo, a), (b, hi)) if x < y]
