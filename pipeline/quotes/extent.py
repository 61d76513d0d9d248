"""How far a source reaches around its head."""

from pipeline.quotes.lexicon import REPORTING, takes_that
from pipeline.quotes.tree import Tree


def source_range(tree: Tree, head: int) -> tuple[int, int]:
    """Give the whole noun phrase of a source head, with appositives, without edge punctuation or a final 's."""
    lo, hi = tree.span(head)
    if tree.dep[head] == "poss":
        for k in tree.kids[head]:
            if tree.dep[k] == "case":
                hi = min(hi, k)
    for k in tree.kids[head]:
        # `Ruiz, who had said that …,`: a clause that reports something of its own is no part of the name
        if k > head and tree.dep[k] in ("relcl", "acl", "appos") and _reports(tree, k):
            hi = min(hi, tree.first[k])
    hi = _before_asides(tree, head, hi)
    while lo < head and (not tree.is_word(lo)):
        lo += 1
    while hi - 1 > head and not tree.is_word(hi - 1) and tree.lower[hi - 1] not in ")]":
        hi -= 1
    return lo, hi


def _reports(tree: Tree, clause: int) -> bool:
    """Tell a clause in which something is said: `Ruiz, who had said that …`."""
    return any(
        tree.tag[i][:2] == "VB" and tree.kid(i, "ccomp") is not None and takes_that(tree.lower[i], REPORTING)
        for i in range(*tree.span(clause))
    )


def _before_asides(tree: Tree, head: int, hi: int) -> int:
    """Cut `(a view shared by many)` and `, speaking to veterans,` off a source, but not `(D-Md.)` nor an apposition."""
    for i in range(head + 1, hi - 1):
        if tree.word[i] == "(":
            close = next((j for j in range(i, hi) if tree.word[j] == ")"), hi)
            if any(tree.tag[j][:2] == "VB" for j in range(i, close)):
                return i
        if tree.word[i] == "," and tree.tag[i + 1] == "VBG" and tree.dep[i + 1] != "amod":
            return i
    return hi
