"""Candidates under nouns and adjectives: `his claim that`, `confident that`, `fear of`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.content import extend_right
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.source import find_source, holder_of
from pipeline.quotes.tree import Tree

IS_THAT = 0.7  # reliability of `his claim is that …`
COPULA = 4  # tokens at most from a form of `be` to its adjective


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Yield the clause or phrase that a reporting noun introduces."""
    cue = find_cue("noun", tree.lower[noun])
    if cue is None or tree.tag[noun] not in ("NN", "NNS"):
        return
    subject = holder_of(tree, noun, 0)
    if subject is None and noun and tree.dep[noun - 1] == "compound" and tree.tag[noun - 1] == "NNP":
        subject = noun - 1  # `Orr charges that …`, taken for a noun
    for k in tree.kids[noun]:
        if k < noun:
            continue
        if tree.dep[k] in ("acl", "ccomp", "relcl") and _marked_that(tree, k):
            lo, hi = tree.span(k)
            yield Candidate(noun, (noun, noun + 1), [(lo, hi)], None, cue.reliability("that"), "noun:that", subject)
        elif tree.dep[k] == "acl" and subject is not None and tree.is_infinitive(k):
            reliability = cue.reliability("inf")
            yield Candidate(noun, (noun, noun + 1), [tree.span(k)], None, reliability, "noun:to", subject)
        elif tree.dep[k] == "prep" and tree.lower[k] in cue.frames:
            inside = tree.kid(k, "pobj", "pcomp")
            if inside is not None and subject is not None and inside > k:
                reliability = cue.frames[tree.lower[k]]
                span = tree.first[inside], _over_prepositions(tree, noun, tree.last[inside] + 1)
                yield Candidate(noun, (noun, k + 1), [span], None, reliability, f"noun:{tree.lower[k]}", subject)
    head = tree.head[noun]
    if tree.dep[noun] == "nsubj" and tree.lower[head] in ("is", "was", "'s", "’s"):
        for k in tree.kids[head]:
            if tree.dep[k] == "ccomp" and k > head:
                lo, hi = tree.span(k)
                hi = extend_right(tree, head, k, hi)
                yield Candidate(noun, (noun, head + 1), [(lo, hi)], None, IS_THAT, "noun:is that", subject)


def _over_prepositions(tree: Tree, noun: int, hi: int) -> int:
    """Move the end over what the parser hung on the noun though it goes with the phrase before it."""
    for k in tree.kids[noun]:
        if k == hi and tree.dep[k] == "prep":
            hi = tree.last[k] + 1
    return hi


def _marked_that(tree: Tree, k: int) -> bool:
    mark = tree.kid(k, "mark")
    return mark is not None and tree.lower[mark] in ("that", "whether")


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    """Yield what somebody is sure, glad or afraid of."""
    cue = find_cue("adj", tree.lower[adjective])
    if cue is None or tree.dep[adjective] not in ("acomp", "ROOT", "conj", "ccomp", "oprd", "advcl"):
        return
    participle = tree.kid(adjective, "auxpass")
    verb = tree.head[adjective] if participle is None else adjective
    subject = find_source(tree, verb) if tree.tag[verb][:2] == "VB" else None
    if subject is None:
        return
    if tree.lower[subject] in ("it", "there", "this", "that", "what"):
        return
    copula = verb if participle is None else participle
    lo = copula if copula < adjective and adjective - copula < COPULA else adjective
    for k in [*tree.kids[adjective], *(j for j in tree.kids[verb] if j > adjective)]:
        span = tree.span(k)
        if tree.dep[k] == "ccomp" and k > adjective:
            span = span[0], extend_right(tree, verb, k, span[1])
            yield Candidate(adjective, (lo, adjective + 1), [span], None, cue.reliability("that"), "adj:that", subject)
            return
        if tree.dep[k] == "xcomp" and k > adjective and tree.is_infinitive(k) and "inf" in cue.frames:
            reliability = cue.frames["inf"]
            yield Candidate(adjective, (lo, adjective + 1), [span], None, reliability, "adj:inf", subject)
            return
        if tree.dep[k] == "prep" and tree.lower[k] in cue.frames and k > adjective:
            inside = tree.kid(k, "pobj", "pcomp")
            if inside is not None and inside > k:
                reliability = cue.frames[tree.lower[k]]
                span = tree.span(inside)
                yield Candidate(adjective, (lo, k + 1), [span], None, reliability, f"adj:{tree.lower[k]}", subject)
                return
