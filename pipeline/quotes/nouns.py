"""Candidates under nouns: `his claim that`, `fear of`, `her plan to`, `the idea is that`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import extend_right
from pipeline.quotes.lexicon import Cue, find_cue
from pipeline.quotes.source import holder_of
from pipeline.quotes.tree import Tree

IS_THAT = 0.7  # reliability of `his claim is that …`
IS = frozenset({"is", "was", "'s", "’s"})


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Yield the clauses and phrases that a reporting noun introduces."""
    cue = find_cue("noun", tree.lower[noun])
    if cue is None or tree.tag[noun] not in ("NN", "NNS"):
        return
    subject = holder_of(tree, noun, 0)
    if subject is None and noun and tree.dep[noun - 1] == "compound" and tree.tag[noun - 1] == "NNP":
        subject = noun - 1  # `Orr charges that …`, taken for a noun
    for k in tree.kids[noun]:
        found = _governed(tree, noun, k, cue, held=subject is not None) if k > noun else None
        if found:
            content, end, reliability, pattern = found
            yield Candidate(noun, (noun, end), [content], None, reliability, pattern, subject)
    head = tree.head[noun]
    if tree.dep[noun] == "nsubj" and noun < head and tree.lower[head] in IS:
        for k in tree.kids[head]:
            if tree.dep[k] == "ccomp" and k > head:
                lo, hi = tree.span(k)
                hi = extend_right(tree, head, k, hi)
                yield Candidate(noun, (noun, head + 1), [(lo, hi)], None, IS_THAT, "noun:is that", subject)


def _governed(tree: Tree, noun: int, k: int, cue: Cue, *, held: bool) -> tuple[Range, int, float, str] | None:
    """What a noun governs through its child `k`: content, end of the cue, reliability, pattern.

    Infinitives and phrases are somebody's only where the noun is: `her plan to`, not `a plan to`.
    """
    if tree.dep[k] in ("acl", "ccomp", "relcl") and _marked_that(tree, k):
        return tree.span(k), noun + 1, cue.reliability("that"), "noun:that"
    if tree.dep[k] == "acl" and held and tree.is_infinitive(k):
        return tree.span(k), noun + 1, cue.reliability("inf"), "noun:to"
    if tree.dep[k] != "prep" or tree.lower[k] not in cue.frames or not held:
        return None
    inside = tree.kid(k, "pobj", "pcomp")
    if inside is None or inside < k:
        return None
    content = tree.first[inside], _over_prepositions(tree, noun, tree.last[inside] + 1)
    return content, k + 1, cue.reliability(tree.lower[k]), f"noun:{tree.lower[k]}"


def _over_prepositions(tree: Tree, noun: int, hi: int) -> int:
    """Move the end over what the parser hung on the noun though it goes with the phrase before it."""
    for k in tree.kids[noun]:
        if k == hi and tree.dep[k] == "prep":
            hi = tree.last[k] + 1
    return hi


def _marked_that(tree: Tree, k: int) -> bool:
    mark = tree.kid(k, "mark")
    return mark is not None and tree.lower[mark] in ("that", "whether")
