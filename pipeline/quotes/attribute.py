"""All attributions of a parsed document: gather candidates, choose, repair, join."""

from dataclasses import dataclass

from pipeline.params import QuotesParams
from pipeline.quotes.assertion import in_passing, is_asserted
from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import cut, trim
from pipeline.quotes.lexicon import lexicon
from pipeline.quotes.marks import find_quotations
from pipeline.quotes.nouns import adjective_candidates, noun_candidates
from pipeline.quotes.parentheticals import (
    according_candidates,
    as_candidates,
    bare_candidates,
    headline_candidates,
    signed_candidates,
)
from pipeline.quotes.passives import passive_candidates
from pipeline.quotes.phrases import phrase_candidates
from pipeline.quotes.repairs import called_in_marks, called_names, stranded_that, trailing_tag
from pipeline.quotes.source import find_source, source_range
from pipeline.quotes.speech import Quoted, cue_near, is_sentence_like, to_tokens
from pipeline.quotes.swallowed import find_swallowed
from pipeline.quotes.transcripts import transcript_candidates
from pipeline.quotes.tree import Tree
from pipeline.quotes.verbs import verb_candidates
from pipeline.quotes.viewpoints import viewpoint_candidates
from pipeline.records import QuoteType


@dataclass(slots=True)
class Attribution:
    """An accepted attribution in tokens; `subject` is the head of the source."""

    type: QuoteType
    content: list[Range]
    cue: Range | None
    source: Range | None
    subject: int | None
    confidence: float
    why: str
    asserted: bool = True  # False: only mentioned, as in `if they ask` or `declined to comment`


SAYING = 0.9  # reliability of a finite clause under a verb of saying
LINKING = frozenset({",", "and", "or", "a", "an", "the"})
LINKS = 4  # words at most between the quotations of a list
AROUND_BY = 2  # steps in the tree
UNHELD_BY = 2
AROUND = frozenset({"verb:paren", "as X said"})
FIRST = frozenset({"according to", "signed", "transcript"})  # constructions that stand around whole sentences, whatever is in them


def find_attributions(tree: Tree, params: QuotesParams) -> list[Attribution]:
    """Find who said what, in order of first content token; contents never overlap.

    With `params.strict`, contents are clauses and quotations only, no noun phrases.
    """
    quoted = to_tokens(tree, find_quotations(tree.text))
    speech = [is_sentence_like(tree, q) for q in quoted]
    inside = [-1] * len(tree)
    for number, q in enumerate(quoted):
        for i in range(q.lo, q.hi):
            inside[i] = number
    candidates = _gather(tree, inside, speech)
    candidates += signed_candidates(tree, [(q.lo, q.hi) for q in quoted])
    for c in candidates:
        found = find_swallowed(tree, c) if c.subject is None and c.source is None else None
        if found:
            c.source, c.subject = found
    if params.strict:
        candidates = [c for c in candidates if not _nominal(c)]
    candidates = [c for c in candidates if c.reliability >= params.min_reliability]
    chosen = _choose(tree, candidates, quoted, speech, inside)
    out = _finish(tree, chosen, inside, params)
    out.sort(key=lambda a: (a.content[0], a.cue or (0, 0)))
    return out


def _nominal(c: Candidate) -> bool:
    return c.pattern in ("verb:np", "verb:onp") or c.pattern.startswith(
        ("verb:prep", "noun:of", "noun:on", "noun:for", "noun:about", "adj:of")
    )


def _gather(tree: Tree, inside: list[int], speech: list[bool]) -> list[Candidate]:
    out: list[Candidate] = []
    for i in range(len(tree)):
        if inside[i] >= 0 and speech[inside[i]]:
            continue  # what is said inside a quotation is part of it
        kind = tree.tag[i][:2]
        if kind in ("VB", "NN", "JJ"):
            out.extend(verb_candidates(tree, i))
            if kind == "VB":
                out.extend(as_candidates(tree, i))
                out.extend(bare_candidates(tree, i))
                out.extend(phrase_candidates(tree, i))
                out.extend(passive_candidates(tree, i))
                out.extend(stranded_that(tree, i))
                out.extend(called_names(tree, i))
                out.extend(called_in_marks(tree, i))
                out.extend(trailing_tag(tree, i))
                out.extend(according_candidates(tree, i))
            elif kind == "NN":
                out.extend(noun_candidates(tree, i))
            out.extend(adjective_candidates(tree, i))
        elif tree.lower[i] == "according":
            out.extend(according_candidates(tree, i))
        elif tree.dep[i] == "prep":
            out.extend(viewpoint_candidates(tree, i))
    for s in range(len(tree.sent_first)):
        out.extend(headline_candidates(tree, s))
    out.extend(transcript_candidates(tree))
    return out


def _is_quotation(c: Candidate, inside: list[int], speech: list[bool]) -> bool:
    lo, hi = c.content[0]
    middle = inside[(lo + hi) // 2]
    return middle >= 0 and speech[middle]


def _depth(tree: Tree, i: int) -> int:
    steps = 0
    while tree.head[i] != i and steps < 100:
        i = tree.head[i]
        steps += 1
    return steps


def _rank(tree: Tree, c: Candidate) -> int:
    """Outermost first; a parenthetical stands outside what it interrupts, a weak cue that nobody utters comes late."""
    unheld = c.subject is None and c.source is None and c.reliability < SAYING
    return _depth(tree, c.anchor) - (AROUND_BY if c.pattern in AROUND else 0) + (UNHELD_BY if unheld else 0)


def _choose(
    tree: Tree, candidates: list[Candidate], quoted: list[Quoted], speech: list[bool], inside: list[int]
) -> list[Candidate]:
    """Accept the outermost candidates; contents grow to the quotations they touch, leftovers find their own cue."""
    protected = [n >= 0 for n in inside]
    taken = [False] * len(tree)
    cue_token = [False] * len(tree)
    chosen: list[Candidate] = []
    direct = {
        tree.sent[c.anchor] for c in candidates if c.pattern.startswith("verb") and _is_quotation(c, inside, speech)
    }

    def first(c: Candidate) -> bool:
        """`According to` stands around its sentence, unless somebody else is quoted in it word by word."""
        return c.pattern in FIRST and (tree.sent[c.anchor] not in direct or c.pattern == "transcript")

    order = sorted(
        candidates,
        key=lambda c: (tree.sent[c.anchor], not first(c), _rank(tree, c), -c.reliability, c.anchor),
    )
    used: set[int] = set()
    for c in order:
        if taken[c.anchor] or c.anchor in used:
            continue
        parts = _repair(tree, c, quoted, inside, protected)
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
    _leftovers(tree, quoted, speech, taken, chosen)
    return chosen


def _repair(tree: Tree, c: Candidate, quoted: list[Quoted], inside: list[int], protected: list[bool]) -> list[Range]:
    """Give the content's ranges cut, trimmed and grown to the quotations that they cover in part."""
    out: list[Range] = []
    subject = c.source or (source_range(tree, c.subject) if c.subject is not None else None)
    if subject and subject[0] <= c.anchor < subject[1]:
        subject = subject[0], max(c.anchor, subject[0] + 1)
    for lo, hi in c.content:
        if c.pattern not in FIRST:
            hi = cut(tree, lo, hi, protected)
        lo, hi = trim(tree, lo, hi)
        for q in {inside[i] for i in range(lo, hi) if inside[i] >= 0}:
            if c.anchor in quoted[q] or (c.subject is not None and c.subject in quoted[q]):
                continue
            lo, hi = min(lo, quoted[q].lo), max(hi, quoted[q].hi)
        hi = _over_list(tree, hi, quoted, inside)
        holes = [h for h in (c.cue, subject, c.hole) if h]
        pieces = [(lo, hi)]
        for a, b in holes:
            pieces = [p for x, y in pieces for p in _minus(x, y, a, b)]
        for x, y in pieces:
            x, y = trim(tree, x, y)
            if any(tree.is_word(i) for i in range(x, y)):
                out.append((x, y))
    return out


def _over_list(tree: Tree, hi: int, quoted: list[Quoted], inside: list[int]) -> int:
    """Move an end that is a closing mark over what goes on with `and “…”`, `, a “…”`: one list, one content."""
    while hi < len(tree) and inside[hi - 1] >= 0 and inside[hi] < 0:
        at = hi
        while at < min(len(tree), hi + LINKS) and tree.lower[at] in LINKING and inside[at] < 0:
            at += 1
        if at >= len(tree) or at == hi or inside[at] < 0 or tree.sent[at] != tree.sent[hi - 1]:
            break
        hi = quoted[inside[at]].hi
    return hi


def _minus(lo: int, hi: int, a: int, b: int) -> list[Range]:
    if b <= lo or a >= hi:
        return [(lo, hi)]
    return [(x, y) for x, y in ((lo, a), (b, hi)) if x < y]


def _leftovers(
    tree: Tree, quoted: list[Quoted], speech: list[bool], taken: list[bool], chosen: list[Candidate]
) -> None:
    """Attribute quotations that no clause has claimed: by a cue beside them, or as going on from the one before."""
    by_anchor = {c.anchor: c for c in chosen}
    previous: Candidate | None = None
    previous_q: Quoted | None = None
    for number, q in enumerate(quoted):
        owner = (
            next((c for c in chosen if any(lo < q.hi and q.lo < hi for lo, hi in c.content)), None)
            if taken[min(q.lo + 1, len(tree) - 1)] or taken[q.lo]
            else None
        )
        if owner is not None:
            previous, previous_q = owner, q
            continue
        if any(taken[i] for i in range(q.lo, q.hi)):
            continue
        verb = cue_near(tree, q)
        if verb is not None and not taken[verb]:
            known = by_anchor.get(verb)
            if known is not None:
                if known.subject is not None and known.subject in q:
                    continue  # a nickname in marks: `“The Don” said …`
                if known.pattern.startswith("verb") and not _nominal(known):
                    known.content.append((q.lo, q.hi))
                    _take(taken, q)
                    previous, previous_q = known, q
                    continue
            else:
                subject = find_source(tree, verb)
                c = Candidate(
                    verb,
                    (verb, verb + 1),
                    [(q.lo, q.hi)],
                    None,
                    0.9 if subject is not None else 0.75,
                    "quotation",
                    subject,
                    True,
                )
                if speech[number] or _speaks(tree, verb):
                    chosen.append(c)
                    by_anchor[verb] = c
                    _take(taken, q)
                    previous, previous_q = c, q
                    continue
        if not speech[number]:
            continue
        if previous is not None and previous_q is not None and _goes_on(tree, previous_q, q, previous):
            previous.content.append((q.lo, q.hi))
            _take(taken, q)
            previous_q = q
            continue
        c = Candidate(q.lo, None, [(q.lo, q.hi)], None, 0.6, "quotation without cue", None, True)
        chosen.append(c)
        _take(taken, q)
        previous, previous_q = c, q


def _speaks(tree: Tree, verb: int) -> bool:
    """Tell a verb of saying, after which even a fragment in marks is speech, from one of calling or showing."""
    cue = lexicon().get(("verb", tree.lower[verb]))
    return cue is not None and cue.frames.get("that", 0) >= SAYING


def _take(taken: list[bool], q: Quoted) -> None:
    for i in range(q.lo, q.hi):
        taken[i] = True


def _goes_on(tree: Tree, before: Quoted, q: Quoted, owner: Candidate) -> bool:
    """`"A," he said. "B."`, and speech whose next paragraph opens with a mark while the last did not close."""
    if before.line == q.line:
        start = max(before.hi, owner.cue[1] if owner.cue else 0)
        between = [i for i in range(start, q.lo) if tree.is_word(i)]
        return len({tree.sent[i] for i in between}) <= 2
    if q.line != before.line + 1:
        return False
    return not before.closed or _stands_alone(tree, q)


def _stands_alone(tree: Tree, q: Quoted) -> bool:
    """A paragraph of nothing but one quotation goes on from the one before."""
    before = q.lo == 0 or tree.para[q.lo - 1] != tree.para[q.lo] or tree.space[q.lo - 1]
    after = q.hi >= len(tree) or tree.para[q.hi] != tree.para[q.lo] or tree.space[q.hi]
    return before and after


def _finish(tree: Tree, chosen: list[Candidate], inside: list[int], params: QuotesParams) -> list[Attribution]:
    out: list[Attribution] = []
    for c in chosen:
        content = sorted(c.content)
        words = [i for lo, hi in content for i in range(lo, hi) if tree.is_word(i)]
        marked = sum(inside[i] >= 0 for i in words)
        kind: QuoteType = "direct" if marked == len(words) else "mixed" if marked else "indirect"
        source = c.source
        if source is None and c.subject is not None:
            source = _outside(source_range(tree, c.subject), c, content)
        confidence = _confidence(c, kind, source, params)
        asserted = kind != "indirect" or c.cue is None or _is_told(tree, c)
        out.append(Attribution(kind, content, c.cue, source, c.subject, confidence, c.pattern, asserted))
    return out


def _is_told(tree: Tree, c: Candidate) -> bool:
    """Tell indirect speech that the article reports from speech that it mentions on the way to something else."""
    if not is_asserted(tree, c.anchor):
        return False
    return not (c.names_an_act and (c.pattern.startswith("noun") or in_passing(tree, c.anchor)))


def _confidence(c: Candidate, kind: QuoteType, source: Range | None, params: QuotesParams) -> float:
    """Look up how often such a construction is right; the lexicon's word counts only where the table is silent."""
    plain, marked = params.confidence.get(c.family, (c.reliability, c.reliability))
    value = plain if kind == "indirect" else marked
    return value if source else value * params.unsourced


def _outside(source: Range, c: Candidate, content: list[Range]) -> Range | None:
    """Shrink a source that would reach into its own cue or content."""
    lo, hi = source
    head = c.subject if c.subject is not None else lo
    for a, b in [*content, *([c.cue] if c.cue else [])]:
        if a < hi and lo < b:
            if head < a:
                hi = min(hi, a)
            elif head >= b:
                lo = max(lo, b)
            else:
                return None
    return (lo, hi) if lo < hi else None
