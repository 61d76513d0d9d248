"""Tell a cue that reports speech or belief from one that only mentions it: `if they ask`, `declined to comment`."""

from pipeline.quotes.grammar import SUBJECTS
from pipeline.quotes.tree import Tree

HYPOTHETICAL = frozenset({"if", "unless", "whenever", "until", "whether"})
SILENT = frozenset({"decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing"})
WITHHELD = frozenset("comment say answer discuss elaborate respond speak talk specify disclose identify reply".split())
ANSWERS = frozenset("respond reply answer return comment".split())
FOR_COMMENT = frozenset("request requests call calls message messages email emails inquiry inquiries".split())
PURPOSE = frozenset(  # what governs an act that is not done yet
    "need have try want plan decide hard difficult easy impossible time power authority right".split()
)
RELATIVE = frozenset({"who", "that", "which"})  # as subjects
GENERAL = frozenset({"any", "every", "no"})
MODAL = frozenset({"can", "could", "may", "might", "would", "will", "should", "must", "ca"})
SUBORDINATE = frozenset({"relcl", "acl", "pcomp", "csubj", "appos"})
DEEPEST = 12  # steps upward; a longer chain is a parse error
STEPS = 4  # upward from the cue, over what it is coordinated with or an infinitive of


def is_asserted(tree: Tree, cue: int) -> bool:
    """Tell whether the article says that the cue's act took place and voiced something."""
    return not (_silent(tree, cue) or _hypothetical(tree, cue))


def in_passing(tree: Tree, cue: int) -> bool:
    """Tell a cue under a modal, or in a clause that only describes: `who want to …`, `after urging …`."""
    if any(tree.dep[k] == "aux" and tree.lower[k] in MODAL for k in tree.kids[cue]):
        return True
    i = cue
    for _ in range(DEEPEST):
        if tree.dep[i] in SUBORDINATE or (tree.dep[i] == "advcl" and not _narrates(tree, i)):
            return True
        if tree.head[i] == i:
            return False
        i = tree.head[i]
    return False


def _narrates(tree: Tree, clause: int) -> bool:
    """Tell a participle that goes on with the story: `… sued the city, threatening to cut it off`."""
    return tree.tag[clause] == "VBG" and tree.word[tree.first[clause] - 1] == ","


def _silent(tree: Tree, cue: int) -> bool:
    """`declined to comment`, `did not respond to a request`."""
    low = tree.lower[cue]
    if low in SILENT:
        return any(tree.lower[k] in WITHHELD for k in tree.kids[cue] if tree.dep[k] == "xcomp")
    if low in WITHHELD and tree.lower[tree.head[cue]] in SILENT:
        return True
    negated = any(tree.dep[k] == "neg" for k in tree.kids[cue])
    return negated and low in ANSWERS and any(tree.lower[i] in FOR_COMMENT for i in range(cue, tree.last[cue] + 1))


def _hypothetical(tree: Tree, cue: int) -> bool:
    """Under a condition, in a restrictive clause on a common noun, or as something that is hard or due to be done."""
    i = cue
    for _ in range(STEPS):
        mark = tree.kid(i, "mark", "advmod")
        if tree.dep[i] == "advcl" and mark is not None and tree.lower[mark] in HYPOTHETICAL:
            return True
        if tree.dep[i] == "relcl":
            return _restrictive(tree, i)
        above = tree.head[i]
        if tree.dep[i] == "xcomp" and tree.lower[above] in PURPOSE:
            return True
        if tree.dep[i] not in ("xcomp", "conj") or above == i:
            return False
        i = above
    return False


def _restrictive(tree: Tree, clause: int) -> bool:
    """`cities that refuse to help`, but not `Ruiz, who said …` nor `laws that officials say …`."""
    subject = tree.kid(clause, *SUBJECTS)
    noun = tree.head[clause]
    if subject is None or tree.lower[subject] not in RELATIVE or tree.word[tree.first[clause] - 1] == ",":
        return False
    return tree.tag[noun] == "NNS" or tree.lower[tree.first[noun]] in GENERAL
