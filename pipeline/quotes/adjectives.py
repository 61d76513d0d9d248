"""Candidates under adjectives: `confident that`, `afraid of`, `eager to`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.content import extend_right
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

COPULA = 4  # tokens at most from a form of `be` to its adjective
PREDICATES = frozenset({"acomp", "ROOT", "conj", "ccomp", "oprd", "advcl"})
NOBODY = frozenset({"it", "there", "this", "that", "what"})  # as subjects


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    """Yield what somebody is sure, glad or afraid of."""
    cue = find_cue("adj", tree.lower[adjective])
    if cue is None or tree.dep[adjective] not in PREDICATES:
        return
    participle = tree.kid(adjective, "auxpass")
    verb = tree.head[adjective] if participle is None else adjective
    subject = find_source(tree, verb) if tree.tag[verb][:2] == "VB" else None
    if subject is None or tree.lower[subject] in NOBODY:
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
