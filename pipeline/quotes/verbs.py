"""Candidates under verbs: complement clauses, infinitives, and what objects.py finds."""

from collections.abc import Iterator

from pipeline.quotes.assertion import is_asserted
from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import begin, end_of_noun_phrase, extend_right
from pipeline.quotes.grammar import FINITE, SUBJECTS, WH
from pipeline.quotes.lexicon import Cue, find_cue
from pipeline.quotes.objects import objects
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

UNHELD = 0.7  # factor: a noun phrase that nobody is seen to say is less often speech
SURE = 0.9  # a frame this reliable reports wherever it stands; …
UNASSERTED = 0.8  # … factor of others, where the act is only mentioned
TELLING = 0.75  # reliability from which a loose infinitive is taken for what somebody was told to do
RAISING = frozenset(
    "expect say believe think report know suppose rumor allege understand find see hear project estimate predict".split()
)  # their passives raise the subject of the infinitive
PARENTHETICAL = 0.8  # reliability from which a cue may interrupt a sentence
WEAK = frozenset({"np", "inf", "obj_inf"})  # frames that name an act of speech rather than report it, the more so …
EMBEDDED = frozenset({"pcomp", "ccomp", "relcl"})  # … inside another clause


def verb_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """Yield every construction of one verb that could report speech or belief; none for other words."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or tree.tag[verb][:2] not in ("VB", "NN", "JJ"):
        return
    if tree.tag[verb][:2] != "VB" and tree.kid(verb, "ccomp", "nsubj") is None:
        return  # a noun or adjective of the same form, unless the tagger erred
    if tree.tag[verb][:2] == "JJ" and find_cue("adj", tree.lower[verb]) is not None:
        return
    subject = find_source(tree, verb)
    for content, frame in _complements(tree, verb, cue):
        reliability = cue.reliability(frame.split(":")[-1])
        if reliability and frame == "np":
            content = content[0], end_of_noun_phrase(tree, *content)
            if subject is None and tree.dep[verb] != "pcomp":
                reliability *= UNHELD
        embedded = frame in WEAK and tree.dep[verb] in EMBEDDED
        if embedded or (reliability < SURE and not is_asserted(tree, verb)):
            reliability *= UNASSERTED
        if frame == "inf" and cue.lemma in RAISING and tree.kid(verb, "auxpass") is not None:
            continue  # `X is expected to …`: what is said of X is passives.py's
        if reliability:
            span = _cue_range(tree, verb, content)
            hole = tree.span(verb) if frame == "paren" else None
            yield Candidate(verb, span, [content], None, reliability, f"verb:{frame}", subject, hole=hole)


def _cue_range(tree: Tree, verb: int, content: Range) -> Range:
    """The verb with its particle or preposition: `called for`."""
    hi = verb + 1
    while hi < content[0] and hi < len(tree) and tree.dep[hi] in ("prt", "prep") and tree.head[hi] == verb:
        hi += 1
    return verb, hi


def _complements(tree: Tree, verb: int, cue: Cue) -> Iterator[tuple[Range, str]]:
    """Yield (content, frame); a frame with a prefix such as `prep:about` is looked up by its last part."""
    held = tree.kid(verb, "dobj", "dative")
    clause = False
    for k in tree.kids[verb]:
        told = tree.dep[k] == "advcl" and k > verb and held is not None and cue.reliability("obj_inf") >= TELLING
        if tree.dep[k] in ("ccomp", "xcomp") or (told and tree.tag[k] == "VB"):
            found = _clause(tree, verb, k, held, cue)
            if found:
                clause = True
                yield found
    if tree.dep[verb] == "parataxis" and not clause and cue.reliability("paren") >= PARENTHETICAL:
        around = _around(tree, verb)
        if around is None:
            return
        yield around, "paren"
    if not clause:
        yield from objects(tree, verb, cue, held)


def _around(tree: Tree, verb: int) -> Range | None:
    """The clause that a parenthetical stands in: `The clinic, Orr said, treated three`."""
    head = tree.head[verb]
    lo, hi = tree.span(head)
    if tree.first[verb] <= head <= tree.last[verb]:
        return None
    after = tree.last[verb] + 1
    if hi <= after + 1 and after < len(tree) and "," in tree.word[after - 1 : after + 1]:
        _, hi = tree.sentence(verb)  # it hangs on an opening clause: `Though it rained, she said, …`
    return lo, hi


def _clause(tree: Tree, verb: int, k: int, held: int | None, cue: Cue) -> tuple[Range, str] | None:
    """The (content, frame) of a clause `k` under the verb; None for a sentence of its own."""
    lo, hi = tree.span(k)
    if k < verb and any(tree.word[i] == ";" for i in range(hi - 1, verb)):
        return None  # `Orr said no; it was admitted as evidence`: a sentence of its own
    if k > verb and not lo <= verb < hi:
        hi = extend_right(tree, verb, k, hi)
    first = next((i for i in range(lo, hi) if tree.is_word(i)), lo)
    lo = begin(tree, verb, k, lo)
    subject = tree.kid(k, *SUBJECTS)
    if tree.is_infinitive(k):
        before = subject if subject is not None and subject < k else None
        who = held if held is not None else before
        if "obj_inf" not in cue.frames or who is None:
            return (lo, hi), "inf"
        return (lo if cue.lemma == "tell" else min(lo, tree.first[who]), hi), "obj_inf"  # `tell` has its hearer outside
    return (lo, hi), _frame(tree, verb, k, first, cue)


def _frame(tree: Tree, verb: int, k: int, first: int, cue: Cue) -> str:
    """The frame of a clause `k` that is no infinitive and has its first word at `first`."""
    subject = tree.kid(k, *SUBJECTS)
    if tree.tag[k] == "VBG" and not any(tree.dep[j] == "aux" for j in tree.kids[k]) and subject is None:
        return "ing"
    if tree.lower[first] in WH and k > verb:
        return "wh" if "wh" in cue.frames else "np"
    if tree.dep[k] == "xcomp" or (subject is not None and not _finite(tree, k)):
        return "onp" if "onp" in cue.frames or tree.tag[k][:2] == "JJ" else "that"  # find it hard, hold him liable
    return "onp" if "that" not in cue.frames and "onp" in cue.frames else "that"


def _finite(tree: Tree, k: int) -> bool:
    return tree.tag[k] in FINITE or any(
        tree.tag[j] in FINITE for j in tree.kids[k] if tree.dep[j] in ("aux", "auxpass")
    )
