"""Candidates under phrases: a verb with its particle (`point out`) or with the noun it takes (`make the case`)."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import begin, end_of_noun_phrase, end_of_phrase, extend_right
from pipeline.quotes.grammar import SUBJECTS, WH
from pipeline.quotes.lexicon import Cue, find_cue
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

CLAUSES = ("ccomp", "acl", "advcl", "xcomp", "relcl")


def phrase_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """Yield what a phrase introduces; nothing where the verb takes no particle or noun of the lexicon."""
    found = _phrase(tree, verb)
    if found is None:
        return
    part, cue = found
    subject = find_source(tree, verb)
    for content, frame, end in _complements(tree, verb, part, cue):
        reliability = cue.reliability(frame)
        if reliability:
            yield Candidate(verb, (verb, end), [content], None, reliability, f"phrase:{frame}", subject)
            return


def _phrase(tree: Tree, verb: int) -> tuple[int, Cue] | None:
    """The particle, object or complement that makes a phrase with the verb, and the phrase's cue."""
    for k in tree.kids[verb]:
        if k > verb and (tree.dep[k] in ("prt", "dobj", "acomp", "ccomp", "oprd") or k == verb + 1):
            cue = find_cue("phrase", f"{tree.lower[verb]} {tree.lower[k]}")
            if cue is not None:
                return k, cue
    return None


def _complements(tree: Tree, verb: int, part: int, cue: Cue) -> Iterator[tuple[Range, str, int]]:
    """Yield (content, frame, end of the cue)."""
    below = [(k, h) for h in (part, verb) for k in tree.kids[h] if k > verb and k != part]
    for k, above in below:
        if tree.dep[k] in CLAUSES and tree.last[k] > part:
            yield from _clause(tree, part, k, above)
    for k, _ in below:
        if tree.dep[k] in ("prep", "dative") and k > part and tree.lower[k] in cue.frames:
            inside = tree.kid(k, "pobj", "pcomp")
            if inside is not None:
                yield (tree.first[inside], tree.last[inside] + 1), tree.lower[k], k + 1
    if tree.dep[part] in ("prep", "prt", "advmod"):
        held = tree.kid(verb, "dobj") or tree.kid(part, "pobj")
        if held is not None and held > verb:
            lo, hi = tree.span(held)
            hi = end_of_noun_phrase(tree, lo, end_of_phrase(tree, verb, hi))
            yield (lo, hi), "np", part + 1 if part < lo else verb + 1


def _clause(tree: Tree, part: int, k: int, above: int) -> Iterator[tuple[Range, str, int]]:
    """Yield (content, frame, end of the cue) of a clause behind the phrase; nothing for other clauses."""
    lo, hi = tree.span(k)
    if lo <= part:
        return
    lo = begin(tree, part, k, lo)
    hi = extend_right(tree, above, k, hi)
    if tree.is_infinitive(k):
        yield (lo, hi), "inf", part + 1
    elif tree.lower[lo] in WH:
        yield (lo, hi), "wh", part + 1
    elif tree.kid(k, *SUBJECTS) is not None and (tree.lower[lo] == "that" or tree.dep[k] == "ccomp"):
        yield (lo, hi), "that", part + 1
    elif tree.tag[k] == "VBG" and tree.dep[k] != "advcl":
        yield (lo, hi), "ing", part + 1
