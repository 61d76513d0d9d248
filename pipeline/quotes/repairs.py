"""Candidates where the small parser lost the complement of a cue, found again by word order."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.lexicon import lexicon
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

SAYING = 0.85  # verbs whose `that` is nearly always a complementizer
REACH = 14  # tokens between a verb and its stranded `that`
CALLED = 6  # tokens of the name that is called something
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = ("ccomp", "xcomp")


def stranded_that(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`Orr told an aide on a regular basis that …`: the clause hangs on a noun in between."""
    cue = lexicon().get(("verb", tree.lower[verb]))
    if cue is None or cue.frames.get("that", 0) < SAYING or tree.kid(verb, *CLAUSES) is not None:
        return
    edge = min(verb + REACH, tree.sent_last[tree.sent[verb]])
    for i in range(verb + 2, edge):
        if tree.word[i] in (",", ";", ":", "“", '"') or tree.tag[i] in FINITE:
            return
        if tree.lower[i] == "that":
            claimed = ("noun", tree.lower[tree.head[tree.head[i]]]) in lexicon()  # a claim that …
            if tree.dep[i] == "mark" and not claimed:
                content = (i, tree.sent_last[tree.sent[verb]] + 1)
                subject = find_source(tree, verb)
                yield Candidate(verb, (verb, verb + 1), [content], None, cue.frames["that"], "verb:that", subject)
            return


def called_names(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`branded Dunn an “outlaw”`: two noun phrases in a row, of which the parser took both for objects."""
    cue = lexicon().get(("verb", tree.lower[verb]))
    if cue is None or "onp" not in cue.frames:
        return
    objects = [k for k in tree.kids[verb] if k > verb and tree.dep[k] == "dobj"]
    if len(objects) != 2 or tree.last[objects[0]] + 1 != tree.first[objects[1]]:
        return
    lo, hi = tree.first[objects[0]], tree.last[objects[1]] + 1
    if lo - verb <= CALLED:
        subject = find_source(tree, verb)
        yield Candidate(verb, (verb, verb + 1), [(lo, hi)], None, cue.frames["onp"], "verb:onp", subject)
