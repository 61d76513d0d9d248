"""Find a source that the parser gave to the content: `…, Ana Ruiz, the clerk, told a panel`; `“…,” said a man who …`."""

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.grammar import FINITE
from pipeline.quotes.lexicon import CLAUSAL, takes_that
from pipeline.quotes.tree import Tree

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
BEFORE_NOUN = NOMINAL | frozenset({"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "HYPH", "VBG"})
CLOSING = ("”", "''", '"', "’’", "’", "»")
REACH = 30  # tokens of a source with its appositives
BETWEEN = frozenset({"RB", "MD"})  # `later`, `would`: between a source and its cue


def find_swallowed(tree: Tree, c: Candidate) -> tuple[Range, int] | None:
    """Give the range and the head of the source beside a verb of saying that has none; None where there is none."""
    verb = c.anchor
    if not takes_that(tree.lower[verb], CLAUSAL) or tree.kid(verb, "auxpass") is not None:
        return None
    if tree.tag[verb] == "NNS" and verb and tree.dep[verb - 1] == "compound" and tree.tag[verb - 1] == "NNP":
        return (tree.first[verb - 1], verb), verb - 1  # `Orr claims that …`, taken for a noun
    if tree.tag[verb] in FINITE:
        return _inverted(tree, verb) or noun_phrase_before(tree, verb)
    return None


def _inverted(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """The noun phrase after a cue that follows a closing mark: `“…,” said a man who gave his name as Tom`."""
    if verb == 0 or tree.word[verb - 1] not in CLOSING:
        return None
    _, end = tree.sentence(verb)
    head = _first_noun(tree, verb + 1, end)
    if head is None or (head + 1 < end and tree.tag[head + 1] in FINITE):
        return None  # `“…,” said it would`: the content begins
    hi = head + 1
    while hi < end and tree.tag[hi] not in ("``", "VBG", ".", ":") and tree.word[hi] not in CLOSING:
        hi += 1
    return (verb + 1, hi), head


def noun_phrase_before(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """Give the range and head of what stands between the last finite verb's clause and the cue: a name with appositives."""
    start = tree.sentence(verb)[0]
    hi = verb
    while hi > start and (tree.tag[hi - 1] in BETWEEN or tree.word[hi - 1] == ","):
        hi -= 1
    lo = hi
    while lo > max(start, verb - REACH) and tree.tag[lo - 1] not in FINITE and tree.word[lo - 1] not in CLOSING:
        lo -= 1
    if lo > start and tree.tag[lo - 1] in FINITE:  # behind the comma that ends that verb's clause
        comma = next((i for i in range(lo, hi) if tree.word[i] == ","), None)
        if comma is None:
            return None
        lo = comma + 1
    head = _name_head(tree, lo, hi)
    if head is None and not any(tree.tag[i] in FINITE for i in range(start, verb)):
        head, lo = _first_noun(tree, start, verb), start  # `Opponents of the “Trust Act,” as it is called, said`
        return ((start, hi), head) if head is not None else None
    if head is None:
        return None
    first = head
    while first > lo and tree.tag[first - 1] in BEFORE_NOUN and tree.dep[first - 1] != "pobj":
        first -= 1
    return (first, hi), head


def _first_noun(tree: Tree, lo: int, hi: int) -> int | None:
    """The last token of the noun phrase that begins a stretch; None where it begins with something else."""
    head = None
    for i in range(lo, hi):
        if tree.tag[i] not in BEFORE_NOUN:
            break
        head = i if tree.tag[i] in NOMINAL else head
    return head


def _name_head(tree: Tree, lo: int, hi: int) -> int | None:
    """The last token of the first noun phrase that an appositive in commas, brackets or the cue follows."""
    for i in range(lo, hi):
        if tree.tag[i] not in NOMINAL:
            continue
        after = tree.word[i + 1] if i + 1 < hi else ","
        if after in (",", "("):
            return i
    return None
