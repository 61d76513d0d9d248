"""Attribute the quotations that no clause has claimed: by a cue beside them, or as going on from the one before."""

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.lexicon import SAYING, takes_that
from pipeline.quotes.source import find_source
from pipeline.quotes.speech import Marked, Quoted, cue_near
from pipeline.quotes.tree import Tree

WITH_SOURCE, WITHOUT_SOURCE, WITHOUT_CUE = 0.9, 0.75, 0.6  # reliabilities
BETWEEN = 2  # sentences at most, the tag's own among them, over which one's speech goes on in a paragraph


def attribute_leftovers(tree: Tree, marks: Marked, taken: list[bool], chosen: list[Candidate]) -> None:
    """Add to `chosen`, or to the contents of what is in it, and mark what is taken."""
    by_anchor = {c.anchor: c for c in chosen}
    owner_at = {i: c for c in reversed(chosen) for lo, hi in c.content for i in range(lo, hi)}  # the first one wins
    before: tuple[Candidate, Quoted] | None = None
    for number, q in enumerate(marks.quoted):
        owner = owner_at.get(q.lo) or owner_at.get(q.lo + 1)  # behind the mark
        if owner is None and not any(taken[q.lo : q.hi]):
            owner = _by_cue(tree, q, marks.speech[number], taken, by_anchor)
            if owner is None and marks.speech[number]:
                owner = _by_place(tree, q, before)
            if owner is not None:
                if all(owner is not c for c in chosen):
                    chosen.append(owner)
                taken[q.lo : q.hi] = [True] * (q.hi - q.lo)
        if owner is not None:
            before = owner, q


def _by_cue(
    tree: Tree, q: Quoted, speech: bool, taken: list[bool], by_anchor: dict[int, Candidate]
) -> Candidate | None:
    """The attribution of the cue beside a quotation, new or known; None where no cue claims it."""
    verb = cue_near(tree, q)
    if verb is None or taken[verb]:
        return None
    known = by_anchor.get(verb)
    if known is None:
        if not speech and not takes_that(tree.lower[verb], SAYING):
            return None  # after a verb of saying even a fragment in marks is speech, not after one of calling
        subject = find_source(tree, verb)
        reliability = WITHOUT_SOURCE if subject is None else WITH_SOURCE
        new = Candidate(verb, (verb, verb + 1), [(q.lo, q.hi)], None, reliability, "quotation", subject)
        by_anchor[verb] = new
        return new
    nickname = known.subject is not None and known.subject in q  # `“The Don” said …`
    if nickname or known.nominal or not known.pattern.startswith("verb"):
        return None
    known.content.append((q.lo, q.hi))
    return known


def _by_place(tree: Tree, q: Quoted, before: tuple[Candidate, Quoted] | None) -> Candidate:
    """The attribution that a quotation without a cue goes on from, or a new one of nobody's."""
    if before is not None and _goes_on(tree, before[1], q, before[0]):
        before[0].content.append((q.lo, q.hi))
        return before[0]
    return Candidate(q.lo, None, [(q.lo, q.hi)], None, WITHOUT_CUE, "quotation without cue")


def _goes_on(tree: Tree, before: Quoted, q: Quoted, owner: Candidate) -> bool:
    """`"A," he said. "B."`, and speech whose next paragraph opens with a mark while the last did not close."""
    if before.line == q.line:
        start = max(before.hi, owner.cue[1] if owner.cue else 0)
        between = [i for i in range(start, q.lo) if tree.is_word(i)]
        told = owner.cue is not None and before.hi <= owner.cue[0] < q.lo  # “A,” he said: “B.”
        if tree.word[q.lo - 1] in (":", ",") and (not told or len({tree.sent[i] for i in between}) > 1):
            return False  # somebody else is about to speak
        return len({tree.sent[i] for i in between}) <= BETWEEN
    if q.line != before.line + 1:
        return False
    return not before.closed or _stands_alone(tree, q)


def _stands_alone(tree: Tree, q: Quoted) -> bool:
    """A paragraph of nothing but one quotation goes on from the one before."""
    before = q.lo == 0 or tree.para[q.lo - 1] != tree.para[q.lo] or tree.space[q.lo - 1]
    after = q.hi >= len(tree) or tree.para[q.hi] != tree.para[q.lo] or tree.space[q.hi]
    return before and after
