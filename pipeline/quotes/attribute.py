"""All attributions of a parsed document: gather candidates, choose, repair, join."""

from dataclasses import dataclass

from pipeline.params import QuotesParams
from pipeline.quotes.assertion import in_passing, is_asserted
from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.choose import choose
from pipeline.quotes.confidence import confidence_of
from pipeline.quotes.extent import source_range
from pipeline.quotes.gather import gather
from pipeline.quotes.speech import Marked, marked
from pipeline.quotes.tree import Tree
from pipeline.records import QuoteType


@dataclass(slots=True)
class Attribution:
    """An accepted attribution in tokens; `subject` is the head token of the source, `why` the candidate's pattern."""

    type: QuoteType
    content: list[Range]
    cue: Range | None
    source: Range | None
    subject: int | None
    confidence: float
    why: str
    asserted: bool = True  # False: only mentioned, as in `if they ask` or `declined to comment`


def find_attributions(tree: Tree, params: QuotesParams) -> list[Attribution]:
    """Find who said what, in order of first content token; contents never overlap.

    With `params.strict`, contents are clauses and quotations only, no noun phrases.
    """
    marks = marked(tree)
    candidates = [c for c in gather(tree, marks) if c.reliability >= params.min_reliability]
    if params.strict:
        candidates = [c for c in candidates if not c.nominal]
    chosen = choose(tree, candidates, marks)
    out = [_attribution(tree, c, marks, params) for c in chosen]
    out.sort(key=lambda a: (a.content[0], a.cue or (0, 0)))
    return out


def _attribution(tree: Tree, c: Candidate, marks: Marked, params: QuotesParams) -> Attribution:
    """Tell how a chosen candidate is voiced: direct, mixed or indirect, by how many of its words stand in marks."""
    content = sorted(c.content)
    words = [i for lo, hi in content for i in range(lo, hi) if tree.is_word(i)]
    inside = sum(marks.inside[i] >= 0 for i in words)
    if inside == len(words) and c.names_an_act and not any(marks.speaks(i) for i in words):
        inside = 0  # a name in scare quotes: advocates for “sanctuary cities”
    kind: QuoteType = "direct" if inside == len(words) else "mixed" if inside else "indirect"
    source = c.source
    if source is None and c.subject is not None:
        source = _outside(tree, source_range(tree, c.subject), c, content)
    confidence = confidence_of(c, in_marks=kind != "indirect") * (1 if source else params.unsourced)
    asserted = kind != "indirect" or c.cue is None or _is_told(tree, c)
    return Attribution(kind, content, c.cue, source, c.subject, confidence, c.pattern, asserted)


def _is_told(tree: Tree, c: Candidate) -> bool:
    """Tell indirect speech that the article reports from speech that it mentions on the way to something else."""
    if not is_asserted(tree, c.anchor):
        return False
    return not (c.names_an_act and (c.pattern.startswith("noun") or in_passing(tree, c.anchor)))


def _outside(tree: Tree, source: Range, c: Candidate, content: list[Range]) -> Range | None:
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
    while lo < hi and not tree.is_word(hi - 1) and tree.word[hi - 1] not in (")", "]"):
        hi -= 1
    return (lo, hi) if lo < hi else None
