"""Candidates in the clipped manner of headlines: `Mayor: city won't yield`, `City won't yield, mayor says`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.content import trim
from pipeline.quotes.grammar import FINITE, OPENING_MARKS
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

COLON, BARE = 0.6, 0.7  # reliabilities
LABEL = 8  # tokens at most before the colon
LABELLING = frozenset({"NN", "DT", "JJ", "PO", "-L", "-R", "IN", "CC"})  # beginnings of the tags of a label's words
NOT_SPEAKERS = frozenset(
    "note correction clarification update related watch photos video editor editorial opinion analysis facts".split()
)
STRONG = 0.95  # reliability of the frame `paren` of a verb whose clauses are nearly always reported speech
LEAST = 3  # tokens of a content


def headline_candidates(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """`Mayor: city won't yield`, `NAME: speech`."""
    lo, hi = tree.sent_first[sentence], tree.sent_last[sentence] + 1
    for colon in range(lo + 1, min(hi - 2, lo + LABEL + 1)):
        if tree.word[colon] != ":":
            continue
        named = all(tree.tag[i][:2] in LABELLING or not tree.is_word(i) for i in range(lo, colon))
        person = any(tree.tag[i] in ("NNP", "NNPS") for i in range(lo, colon))
        if named and person and any(tree.tag[i][:2] in ("VB", "MD") for i in range(colon, hi)):
            head = max(
                range(lo, colon),
                key=lambda i: (tree.tag[i][:2] == "NN" and tree.head[i] >= colon) or i == colon - 1,
            )
            if tree.lower[head] in NOT_SPEAKERS:
                return
            yield Candidate(colon, (colon, colon + 1), [trim(tree, colon + 1, hi)], (lo, colon), COLON, "colon", head)
        return


def bare_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`City won't yield, mayor says`; `Mayor says city won't yield`: the parser found no clause under the verb."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or cue.reliability("paren") < STRONG or tree.kid(verb, "ccomp", "xcomp", "dobj") is not None:
        return
    subject = find_source(tree, verb)
    if subject is None or tree.sent[subject] != tree.sent[verb]:
        return
    lo, hi = tree.sentence(verb)
    who = tree.first[subject] if tree.first[subject] <= subject < verb else subject
    before = (lo, min(who, verb))
    after = (max(verb, subject) + 1, hi)
    for part, need_comma in ((before, True), (after, False)):
        a, b = trim(tree, *part)
        finite = any(tree.tag[i] in FINITE for i in range(a, b))
        marked = any(tree.word[i] in OPENING_MARKS for i in range(a, b))
        fits = (
            tree.word[part[1] - 1] in (",", "”", '"', "''")
            if need_comma
            else marked or (part[0] < hi and tree.word[part[0]] == ":")
        )
        if b - a >= LEAST and finite and fits:
            yield Candidate(verb, (verb, verb + 1), [(a, b)], None, BARE, "verb:bare", subject)
            return
