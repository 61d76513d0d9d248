"""Find the source of a cue in the parse: its subject, agent, possessor or antecedent."""

from pipeline.quotes.grammar import FINITE, WEEKDAYS
from pipeline.quotes.lexicon import REPORTING, find_cue, takes_that
from pipeline.quotes.tree import Tree

SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")  # clauses and `there` included, so that nobody else is looked for
RELATIVE = frozenset({"who", "which", "that", "whom"})
TENSED = FINITE - {"MD"}
CLOSING = ("”", "''", '"', "’’")
# What is issued, and the verbs of issuing it: whoever does so speaks through it.
ISSUED = frozenset(
    "statement petition lawsuit suit letter letters memo tweet tweets post release filing column speech interview resolution "
    "message conference briefing event rally appearance".split()
)
ISSUING = frozenset(
    "issue issued issues issuing file filed files release released releases publish published sign signed wrote sent".split()
)
HAS = frozenset({"'s", "’s"})
SEEMING = frozenset({"seem", "appear"})
DEEPEST = 8  # steps upward; a longer chain is a parse error


def find_source(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Give the head token of the noun phrase that speaks through `verb`; None when nobody does.

    Follows control and coordination upward: `declined to say`, `, adding that`, `a report saying`.
    """
    cue = find_cue("verb", tree.lower[verb])
    if depth > DEEPEST or (depth == 0 and cue is not None and cue.lemma in SEEMING):
        return None  # `she seems to …`: it seems so to somebody unnamed
    agent = tree.kid(verb, "agent") if tree.tag[verb] == "VBN" else None
    if agent is not None:
        return tree.kid(agent, "pobj")
    subject = _subject(tree, verb)
    passive = tree.kid(verb, "auxpass")
    if passive is not None and tree.lower[passive] in HAS and tree.kid(verb, "ccomp") is not None:
        return subject  # `He’s also said that …`
    if passive is not None or (subject is not None and tree.dep[subject] == "nsubjpass"):
        return subject if find_cue("adj", tree.lower[verb]) is not None else None
    if subject is not None and tree.dep[subject] != "expl":
        return None if tree.lower[subject] == "there" else subject
    inverted = _inverted(tree, verb)
    if inverted is not None:
        return inverted
    if tree.dep[verb] == "compound" and tree.tag[tree.head[verb]] in ("NNP", "NNPS"):
        return tree.head[verb]  # `Said Ellis: …`
    inherited = _inherited(tree, verb, depth)
    if inherited is None and tree.tag[verb] in TENSED:
        return _beside(tree, verb)
    return inherited


def _subject(tree: Tree, verb: int) -> int | None:
    """The nearest of the subjects; a small parser at times gives a verb one inside the quotation before it, too."""
    subjects = [k for k in tree.kids[verb] if tree.dep[k] in SUBJECT]
    return min(subjects, key=lambda k: abs(verb - k)) if subjects else None


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """Give the noun that a relative pronoun stands for; None where the parse shows none."""
    i = pronoun
    for _ in range(DEEPEST):
        if tree.dep[i] == "relcl":
            return tree.head[i]
        if tree.head[i] == i:
            return None
        i = tree.head[i]
    return None


def _inherited(tree: Tree, verb: int, depth: int) -> int | None:
    """The subject of what governs a verb that has none of its own."""
    head, dep = tree.head[verb], tree.dep[verb]
    if head == verb:
        return None
    verbal = tree.tag[head][:2] == "VB" or tree.tag[head] == "MD"
    if dep == "acl" and tree.dep[head] == "appos" and tree.tag[verb] in TENSED:
        return tree.head[head]  # `Ruiz, the sheriff, called …`: the parser hung the cue on the apposition
    if dep == "acl":
        return _issuer(tree, head, depth) if tree.tag[head][0] in "NP" else None
    if dep == "relcl":
        return head if tree.tag[verb] == "VBG" else None
    if dep in ("pcomp", "prep"):
        return _through_preposition(tree, head, depth)
    if dep not in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        return None
    if tree.tag[verb] == "VBN" and dep == "advcl":
        return None  # `asked about it, she said …`: somebody else asked
    if tree.tag[verb] == "VBG" and dep == "advcl" and verb > head:
        head = _reporting(tree, head)  # `Orr said he saw it, adding that …`: Orr adds
    if dep == "xcomp" and tree.kid(head, "auxpass") is not None:
        return tree.kid(head, "nsubjpass")  # can be heard saying, was asked to explain
    if verbal:
        held = tree.kid(head, "dobj") if dep == "xcomp" else None
        return held if held is not None and held < verb else find_source(tree, head, depth + 1)  # urged him to say
    if tree.tag[head][:2] in ("JJ", "NN"):  # able to say, willing to say; a plan to say
        return holder_of(tree, head, depth)
    return None


def _reporting(tree: Tree, verb: int) -> int:
    """The verb of saying whose content a verb heads; the verb itself where there is none."""
    for _ in range(DEEPEST):
        above = tree.head[verb]
        if tree.dep[verb] != "ccomp" or not takes_that(tree.lower[above], REPORTING):
            break
        verb = above
    return verb


def _issuer(tree: Tree, noun: int, depth: int) -> int:
    """`She issued a statement saying that …`: she speaks, not the statement."""
    verb = tree.head[noun]
    if (
        (tree.lower[noun] in ISSUED or tree.lower[verb] in ISSUING)
        and tree.dep[noun] in ("dobj", "pobj")
        and (tree.lower[tree.first[noun]] in ("a", "an") or tree.tag[noun] == "NNS")
    ):
        if tree.dep[noun] == "pobj":
            verb = tree.head[verb]
        speaker = find_source(tree, verb, depth + 1) if tree.tag[verb][:2] == "VB" else None
        return noun if speaker is None else speaker
    return noun


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun phrase that ends right before a finite verb, where the parser gave it to something else."""
    j = verb - 1
    start = tree.sentence(verb)[0]
    while j > start and (not tree.is_word(j) or tree.tag[j] in ("RB", "MD")) and tree.word[j] not in CLOSING:
        j -= 1
    if j < start or tree.tag[j][:2] not in ("NN", "PR", "VB", "JJ", "CD") or tree.word[j] in CLOSING:
        return None
    while tree.head[j] != j and start <= tree.head[j] < verb and tree.sent[tree.head[j]] == tree.sent[verb]:
        if (
            tree.tag[j][:2] in ("NN", "PR")
            and tree.tag[tree.head[j]][:2] == "VB"
            and tree.dep[j] not in ("dobj", "pobj")
        ):
            break
        j = tree.head[j]
    return j if tree.tag[j][:2] in ("NN", "PR") and tree.last[j] < verb else None


def _inverted(tree: Tree, verb: int) -> int | None:
    """`said Ana Ruiz, a teacher`: the small model at times takes the name for an object."""
    for k in tree.kids[verb]:
        if (
            k > verb
            and tree.dep[k] in ("dobj", "attr", "oprd", "npadvmod")
            and tree.tag[k] in ("NNP", "NNPS")
            and tree.lower[k] not in WEEKDAYS
        ):
            first = tree.first[k]
            if first == verb + 1 and verb > 0 and tree.lower[verb - 1][-1] in ",\"”’'?!":
                return k
    return None


def holder_of(tree: Tree, noun: int, depth: int) -> int | None:
    """Who holds a claim, plan or fear: its possessor, or the subject of the verb that governs it."""
    poss = tree.kid(noun, "poss")
    if poss is not None:
        return poss
    for k in tree.kids[noun]:
        if tree.dep[k] in ("prep", "agent") and tree.lower[k] in ("by", "from", "of", "among"):
            held = tree.kid(k, "pobj")
            if held is not None:
                return held
    head = tree.head[noun]
    if tree.dep[noun] in ("dobj", "attr", "acomp", "oprd", "pobj", "xcomp") and head != noun:
        if tree.tag[head][:2] == "VB":
            return find_source(tree, head, depth + 1)
        if tree.dep[head] in ("prep", "agent"):
            return _through_preposition(tree, head, depth)
    return None


def _through_preposition(tree: Tree, preposition: int, depth: int) -> int | None:
    """The subject of the verb that a preposition hangs on: `after saying so, she left`."""
    above = tree.head[preposition]
    if above == preposition:
        return None
    if tree.tag[above][:2] == "VB":
        if tree.kid(above, "auxpass") is not None:
            return tree.kid(above, "nsubjpass")  # after saying so, she was taken to the hospital
        return find_source(tree, above, depth + 1)
    return None
