"""Decide which candidates are attributions: the outermost ones, as nothing is nested."""

from pipeline.quotes.candidate import AROUND_SENTENCES, Candidate
from pipeline.quotes.grow import repair
from pipeline.quotes.leftovers import attribute_leftovers
from pipeline.quotes.lexicon import SAYING
from pipeline.quotes.speech import Marked
from pipeline.quotes.tree import Tree

AROUND_BY = 2  # steps in the tree that a parenthetical stands above its cue
UNHELD_BY = 2  # steps that a weak cue without a source comes later
AROUND = frozenset({"verb:paren", "as X said"})  # patterns of parentheticals
DEEPEST = 100  # steps upward; deeper ones count alike


def choose(tree: Tree, candidates: list[Candidate], marks: Marked) -> list[Candidate]:
    """Accept the outermost candidates; contents grow to the quotations they touch, leftovers find their own cue."""
    taken = [False] * len(tree)
    cue_token = [False] * len(tree)
    chosen: list[Candidate] = []
    direct = {tree.sent[c.anchor] for c in candidates if c.pattern.startswith("verb") and _is_quotation(c, marks)}

    def first(c: Candidate) -> bool:
        """`According to` stands around its sentence, unless somebody else is quoted in it word by word."""
        return c.pattern in AROUND_SENTENCES and (tree.sent[c.anchor] not in direct or c.pattern == "transcript")

    order = sorted(
        candidates,
        key=lambda c: (tree.sent[c.anchor], not first(c), _rank(tree, c), -c.reliability, c.anchor),
    )
    used: set[int] = set()
    for c in order:
        if taken[c.anchor] or c.anchor in used:
            continue
        parts = repair(tree, c, marks)
        free = [(lo, hi) for lo, hi in parts if not any(taken[i] or cue_token[i] for i in range(lo, hi))]
        if not free or not any(tree.is_word(i) for lo, hi in free for i in range(lo, hi)):
            continue
        c.content = free
        used.add(c.anchor)
        chosen.append(c)
        for lo, hi in free:
            for i in range(lo, hi):
                taken[i] = True
        if c.cue:
            for i in range(*c.cue):
                cue_token[i] = True
    attribute_leftovers(tree, marks, taken, chosen)
    return chosen


def _is_quotation(c: Candidate, marks: Marked) -> bool:
    """Tell a content whose middle stands in a quotation that is speech."""
    lo, hi = c.content[0]
    return marks.speaks((lo + hi) // 2)


def _depth(tree: Tree, i: int) -> int:
    steps = 0
    while tree.head[i] != i and steps < DEEPEST:
        i = tree.head[i]
        steps += 1
    return steps


def _rank(tree: Tree, c: Candidate) -> int:
    """Outermost first; a parenthetical stands outside what it interrupts, a weak cue that nobody utters comes late."""
    unheld = c.subject is None and c.source is None and c.reliability < SAYING
    return _depth(tree, c.anchor) - (AROUND_BY if c.pattern in AROUND else 0) + (UNHELD_BY if unheld else 0)
