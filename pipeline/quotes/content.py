"""Where the content of a clause begins and ends."""

from pipeline.quotes.grammar import DASHES, FINITE, SUBJECTS, WEEKDAYS
from pipeline.quotes.lexicon import SAYING, find_cue, takes_that
from pipeline.quotes.tree import Tree

# Labels of what belongs to the cue rather than to its content
STOPS = frozenset({"conj", "cc", "advcl", "npadvmod", "prep", "advmod", "nsubj", "aux", "agent", "prt", "dative"})
COMPLETING = frozenset("as for about to from over of with against into".split())  # right after an object
WHEN = WEEKDAYS | frozenset("this that last late early on in at earlier today tonight yesterday".split())
ADDING = frozenset({"which", "who", "whose", "where", "the", "a", "an"})  # after a comma
CONCEDING = frozenset({"although", "though"})
LEAST = 3  # tokens of a content before it may be cut
CLAUSE_BEGINS = 14  # tokens from a comma to the finite verb of the clause after it
CITING = 0.68  # `, citing X`: reliability from which a participle begins an attribution of its own
PARTICIPLE = 5  # tokens of a content after which any participle ends it
NOT_CUES = frozenset({"including", "seeing", "knowing"})  # participles that go on with the content


def begin(tree: Tree, cue: int, root: int, lo: int) -> int:
    """Move the start of a clause that follows its cue over what says when or where it was said, to its `that`."""
    if lo <= cue:
        return lo
    mark = next((k for k in tree.kids[root] if tree.dep[k] == "mark" and tree.lower[k] == "that"), None)
    if mark is not None:
        return mark if not any(tree.word[i] == "," for i in range(lo, mark)) else lo
    subject = tree.kid(root, *SUBJECTS)
    if subject is None:
        return lo
    edge = tree.first[subject]
    for k in tree.kids[root]:
        if tree.first[k] == lo and tree.last[k] + 1 == edge and tree.dep[k] in ("npadvmod", "prep", "advmod"):
            return edge if tree.lower[lo] in WHEN else lo
    return lo


def extend_right(tree: Tree, cue: int, root: int, hi: int) -> int:
    """Move the end of a content that follows its cue to the sentence's edge, or to what the cue itself governs."""
    _, edge = tree.sentence(root)
    at = hi
    while at < edge:
        top = at
        while tree.head[top] != top and not tree.first[tree.head[top]] <= root <= tree.last[tree.head[top]]:
            top = tree.head[top]
        above = tree.head[top]
        if tree.dep[top] == "punct" or tree.space[top]:
            at = at + 1 if top == at else max(at + 1, tree.last[top] + 1)
            continue
        if above == cue and tree.dep[top] in STOPS and not _goes_with(tree, top, root, edge):
            break
        if above != cue and tree.first[above] <= cue <= tree.last[above] and above != top:
            break
        at = max(at + 1, tree.last[top] + 1)
    return at


def _goes_with(tree: Tree, top: int, root: int, edge: int) -> bool:
    """Tell a clause coordinated with the content, which the parser hung on the cue, from the cue's own conjunct."""
    if tree.dep[top] == "cc":
        return any(
            _goes_with(tree, i, root, edge) for i in tree.kids[tree.head[top]] if i > top and tree.dep[i] == "conj"
        )
    if tree.dep[top] != "conj":
        return False
    if tree.tag[top] == "VB":
        return tree.tag[root] == "VB" or tree.tag[tree.head[top]] in FINITE  # to meet and exceed
    return tree.kid(top, *SUBJECTS) is not None


def end_of_phrase(tree: Tree, verb: int, hi: int) -> int:
    """Move the end of an object over the prepositional phrases that complete it: `cited X as a reason`."""
    for k in tree.kids[verb]:
        if tree.dep[k] != "prep" or k < hi:
            continue
        blamed = tree.lower[k] == "for" and tree.kid(k, "pcomp") is not None  # attacked X on Tuesday for voting
        if blamed or (k == hi and tree.lower[k] in COMPLETING):
            hi = tree.last[k] + 1
    return hi


def end_of_noun_phrase(tree: Tree, lo: int, hi: int) -> int:
    """Cut a noun-phrase content before a dash, or before a clause or apposition that only adds to it."""
    for i in range(lo + 1, hi - 1):
        dash = tree.word[i] in DASHES or (tree.word[i] == "-" and tree.end[i - 1] < tree.start[i])
        if dash or (tree.word[i] == "," and tree.lower[i + 1] in ADDING):
            return i
        if tree.lower[i] in WEEKDAYS and not any(tree.tag[j] == "VBG" for j in range(i, hi)):  # on Friday for voting
            return i - 1 if tree.lower[i - 1] == "on" else i
    return hi


def cut(tree: Tree, lo: int, hi: int, inside: list[int]) -> int:
    """Give the end of a content before `, adding`, `, citing`, `, which`, `, but she` and the like outside marks."""
    marks = any(n >= 0 for n in inside[lo:hi])
    for i in range(lo + 1, hi - 1):
        if inside[i] >= 0:
            continue
        if i > lo + LEAST and (_turns(tree, i, marks) or (tree.lower[lo] == "to" and _leaves_infinitive(tree, i))):
            return i
        if tree.word[i] != ",":
            continue
        after = tree.lower[i + 1]
        if after == "according" and i > lo + 2:
            return i
        if tree.tag[i + 1] == "VBG" and tree.dep[i + 1] == "advcl" and after not in NOT_CUES:
            cue = find_cue("verb", after)
            cites = cue is not None and max(cue.reliability("that"), cue.reliability("np")) >= CITING
            if cites or i - lo > PARTICIPLE:
                return i
    return hi


def _turns(tree: Tree, i: int, marks: bool) -> bool:
    """Tell where the article speaks again: `, although …`, `, but the city …`, `, and critics say …`, `and said …`."""
    after = tree.lower[i + 1]
    if tree.word[i] == ",":
        if after in CONCEDING:
            return True
        subject = _subject_after(tree, i) if after in ("but", "and") else None
        if subject is None:
            return False
        return (after == "but" and not marks) or _reports(tree, tree.head[subject])
    if tree.lower[i] not in ("and", "but") or tree.tag[i + 1] not in ("VBD", "VBZ", "RB"):
        return False
    verb = i + 1 if tree.tag[i + 1] != "RB" else i + 2
    return verb < len(tree) and tree.kid(verb, "ccomp", "xcomp") is not None and _reports(tree, verb)


def _leaves_infinitive(tree: Tree, i: int) -> bool:
    """Tell where a finite clause follows an infinitive: `to lend it, and the union stepped in`, `to change but are …`."""
    if tree.word[i] == ",":
        return tree.lower[i + 1] in ("and", "but") and _subject_after(tree, i) is not None
    return tree.lower[i] in ("and", "but") and tree.tag[i + 1] in FINITE and tree.tag[i + 1] != "VBP"


def _reports(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] in FINITE and takes_that(tree.lower[verb], SAYING)


def _subject_after(tree: Tree, comma: int) -> int | None:
    """Give the subject of the finite clause that a conjunction after the comma begins; None where it has none."""
    edge = min(tree.sentence(comma)[1], comma + CLAUSE_BEGINS)
    for j in range(comma + 2, edge):
        if tree.word[j] == ",":
            return None
        if tree.tag[j] in FINITE:
            return next((k for k in tree.kids[j] if tree.dep[k] in SUBJECTS and comma + 1 < k < j), None)
    return None


def trim(tree: Tree, lo: int, hi: int) -> tuple[int, int]:
    """Drop white space and commas at the edges; marks and final stops stay."""
    while lo < hi and (tree.space[lo] or tree.word[lo] in (",", ";", ":", "-", "--", "–", "—", ".")):
        lo += 1
    while hi > lo and (tree.space[hi - 1] or tree.word[hi - 1] in (",", ";", ":", "--", "–", "—", "(", ".")):
        hi -= 1
    return lo, hi
