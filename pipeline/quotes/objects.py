"""Contents that are no clauses: a verb's object, or what a preposition of its frames introduces."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Range
from pipeline.quotes.content import end_of_phrase
from pipeline.quotes.grammar import SUBJECTS
from pipeline.quotes.lexicon import Cue
from pipeline.quotes.tree import Tree

NO_CONTENT = frozenset({"who", "which", "that", "it", "this"})  # as the subject of a passive
COMPLEMENTS = ("oprd", "xcomp", "acomp", "advcl")
COMPLETING = frozenset({"as", "of", "for", "with", "to"})


def objects(tree: Tree, verb: int, cue: Cue, held: int | None) -> Iterator[tuple[Range, str]]:
    """Yield (content, frame), at most one: `denied the report`, `called the law a mistake`, `talked about X`."""
    if held is not None and held > verb and tree.dep[held] == "dobj":
        lo, hi = tree.span(held)
        if "onp" in cue.frames:
            end = _complement_end(tree, verb, hi)
            if end > hi:
                yield (lo, end), "onp"
                return
        if "np" in cue.frames:
            yield (lo, end_of_phrase(tree, verb, hi)), "np"
            return
    whom = _for_whom(tree, verb) if "for" in cue.frames else None
    if whom is not None:
        yield whom, "prep:for"
        return
    passive = tree.kid(verb, "nsubjpass")
    if passive is not None and tree.lower[passive] not in NO_CONTENT:
        if tree.kid(verb, "agent") is not None:
            yield tree.span(passive), "np"
        return  # what is said of somebody by nobody in sight: passives.py
    for p in tree.kids[verb]:
        if p < verb or tree.dep[p] not in ("prep", "prt"):
            continue
        word = tree.lower[p]
        if word not in cue.frames:
            continue
        inside = tree.kid(p, "pobj", "pcomp")
        if inside is not None and inside > p:
            lo, hi = tree.span(inside)
            yield (lo, end_of_phrase(tree, verb, hi)), f"prep:{word}"
            return


def _for_whom(tree: Tree, verb: int) -> Range | None:
    """`pushed for Congress to pass it`: the clause after `for`, which the parser takes for an adverbial."""
    for k in tree.kids[verb]:
        subject, mark = tree.kid(k, *SUBJECTS), tree.kid(k, "mark")
        clause = k > verb and tree.dep[k] == "advcl" and mark is not None and tree.lower[mark] == "for"
        if clause and subject is not None:
            return tree.first[subject], tree.last[k] + 1
    return None


def _complement_end(tree: Tree, verb: int, hi: int) -> int:
    """`called X Y`, `described X as Y`, `accused X of Y`, `blamed X for Y`: the end of Y."""
    for k in tree.kids[verb]:
        completing = tree.dep[k] == "prep" and tree.lower[k] in COMPLETING
        if k >= hi and (completing or tree.dep[k] in COMPLEMENTS):
            return tree.last[k] + 1
    return hi
