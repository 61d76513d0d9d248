"""Candidates where the small parser lost the complement of a cue, found again by word order."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.grammar import FINITE, OPENING_MARKS
from pipeline.quotes.lexicon import CLAUSAL, find_cue
from pipeline.quotes.source import find_source
from pipeline.quotes.swallowed import noun_phrase_before
from pipeline.quotes.tree import Tree

TAGGING = 0.9  # reliability of the frame `paren` from which a verb may end a sentence of speech
TAG = 10  # tokens at most from the cue to the end of its sentence
REACH = 20  # tokens between a verb and its stranded `that`
CALLED = 6  # tokens of the name that is called something
CLAUSES = ("ccomp", "xcomp")


def stranded_that(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`Orr told an aide on a regular basis that …`: the clause hangs on a noun in between."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or cue.reliability("that") < CLAUSAL or tree.kid(verb, *CLAUSES) is not None:
        return
    edge = min(verb + REACH, tree.sent_last[tree.sent[verb]])
    for i in range(verb + 2, edge):
        if tree.word[i] in (";", ":", "“", '"') or tree.tag[i] in FINITE:
            return
        if tree.lower[i] == "that":
            claimed = find_cue("noun", tree.lower[tree.head[tree.head[i]]]) is not None  # a claim that …
            if tree.dep[i] == "mark" and not claimed:
                content = (i, tree.sentence(verb)[1])
                subject = find_source(tree, verb)
                yield Candidate(verb, (verb, verb + 1), [content], None, cue.frames["that"], "verb:that", subject)
            return


def trailing_tag(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`The jail is full, the warden, Ana Ruiz, told a panel.`: the parser coordinated the cue with the content."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or cue.reliability("paren") < TAGGING or tree.tag[verb] not in FINITE:
        return
    last = tree.sent_last[tree.sent[verb]]
    rest = range(verb + 1, last + 1)
    if tree.kid(verb, *CLAUSES) is not None or last - verb > TAG or any(tree.tag[i] in FINITE for i in rest):
        return
    found = noun_phrase_before(tree, verb)
    if found is None or found[0][0] == 0 or tree.word[found[0][0] - 1] != ",":
        return
    source, head = found
    content = tree.sentence(verb)[0], source[0] - 1
    if any(tree.tag[i] in FINITE for i in range(*content)):
        yield Candidate(verb, (verb, verb + 1), [content], source, cue.frames["paren"], "verb:paren", head)


def called_in_marks(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`called the review “a fig leaf”`: the parser gave the quotation to another word."""
    cue = find_cue("verb", tree.lower[verb])
    held = tree.kid(verb, "dobj", "nsubj")
    if cue is None or "onp" not in cue.frames or held is None or held < verb:
        return
    after = tree.last[held] + 1
    after += after < len(tree) and tree.lower[after] in ("a", "an", "as")
    if after < len(tree) and tree.word[after] in OPENING_MARKS and tree.sent[after] == tree.sent[verb]:
        content = (tree.first[held], min(after + 2, len(tree)))  # grows to the whole quotation
        yield Candidate(verb, (verb, verb + 1), [content], None, cue.frames["onp"], "verb:onp", find_source(tree, verb))


def called_names(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`branded Dunn an “outlaw”`: two noun phrases in a row, of which the parser took both for objects."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or "onp" not in cue.frames:
        return
    objects = [k for k in tree.kids[verb] if k > verb and tree.dep[k] == "dobj"]
    if len(objects) != 2 or tree.last[objects[0]] + 1 != tree.first[objects[1]]:
        return
    lo, hi = tree.first[objects[0]], tree.last[objects[1]] + 1
    if lo - verb <= CALLED:
        subject = find_source(tree, verb)
        yield Candidate(verb, (verb, verb + 1), [(lo, hi)], None, cue.frames["onp"], "verb:onp", subject)
