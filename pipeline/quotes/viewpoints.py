"""Adverbials that name whose view a sentence tells: `in her view`, `by his own account`, `To Ruiz, …`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.grammar import DASHES
from pipeline.quotes.parentheticals import rest_of_sentence
from pipeline.quotes.source import holder_of
from pipeline.quotes.tree import Tree

VIEWS = frozenset("view opinion telling words account estimate reckoning eyes judgment judgement mind reading".split())
THROUGH = frozenset({"in", "by", "to", "for"})
VIEWED, TOLD = 0.75, 0.6  # reliabilities of `in her view, …` and `To Ruiz, …`
EDGES = DASHES | {",", "."}


def viewpoint_candidates(tree: Tree, preposition: int) -> Iterator[Candidate]:
    """Yield the rest of the sentence around such an adverbial, set off by commas or at the sentence's end."""
    if tree.lower[preposition] not in THROUGH:
        return
    noun = tree.kid(preposition, "pobj")
    if noun is None or noun < preposition:
        return
    hole = preposition, tree.last[noun] + 1
    opens = preposition == tree.sentence(preposition)[0]
    if hole[1] >= len(tree) or tree.word[hole[1]] not in EDGES:
        return
    if tree.lower[noun] in VIEWS and (opens or tree.word[preposition - 1] in EDGES):
        holder, reliability = holder_of(tree, noun, 0), VIEWED
    elif opens and tree.lower[preposition] == "to" and tree.tag[noun] in ("NNP", "NNPS", "PRP", "NNS"):
        holder, reliability = noun, TOLD
    else:
        return
    content = rest_of_sentence(tree, preposition, hole)
    if holder is not None and content:
        cue = (noun, noun + 1) if holder != noun else (preposition, preposition + 1)
        yield Candidate(preposition, cue, content, None, reliability, "viewpoint", holder, hole=hole)
