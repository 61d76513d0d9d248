"""Candidates that interrupt or close the sentence that is their content: `according to X`, `as X put it`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import trim
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

ACCORDING, AS_SAID = 0.93, 0.75  # reliabilities
NAME_GOES_ON = 8  # tokens of a clause behind the name of a source
ADDRESSED = frozenset({"to", "with", "for"})


def rest_of_sentence(tree: Tree, cue: int, hole: Range) -> list[Range]:
    """Give the sentence of a cue without the parenthetical, as one or two trimmed ranges."""
    lo, hi = tree.sentence(cue)
    parts = [trim(tree, lo, hole[0]), trim(tree, hole[1], hi)]
    return [(a, b) for a, b in parts if any(tree.is_word(i) for i in range(a, b))]


def according_candidates(tree: Tree, i: int) -> Iterator[Candidate]:
    """`According to X, …` and `…, according to X`."""
    if tree.lower[i] != "according" or i + 1 >= len(tree) or tree.lower[i + 1] != "to":
        return
    source = tree.kid(i + 1, "pobj")
    if source is None:
        return
    end = max(tree.last[source], source) + 1
    whole = None
    if i == tree.sent_first[tree.sent[i]] and (comma := _comma(tree, end)) is not None and comma > end:
        whole, end = (i + 2, comma), comma  # `According to data the town obtained, …`: the parser cut the name short
    content = rest_of_sentence(tree, i, (i, end))
    if content:
        yield Candidate(i, (i, i + 2), content, whole, ACCORDING, "according to", source)


def _comma(tree: Tree, start: int) -> int | None:
    last = min(start + NAME_GOES_ON, tree.sent_last[tree.sent[start - 1]])
    return next((i for i in range(start, last) if tree.word[i] == ","), None)


def as_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`As X put it, …`; the clause around it is the content."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None or tree.dep[verb] not in ("advcl", "parataxis"):
        return
    mark = tree.kid(verb, "mark", "advmod")
    if mark is None or tree.lower[mark] != "as" or mark > verb:
        return
    if tree.kid(verb, "ccomp", "xcomp", "auxpass") is not None:
        return
    held = tree.kid(verb, "dobj")
    put = held is not None and tree.lower[held] == "it"  # as X put it, as X described it
    if not put and (held is not None or "paren" not in cue.frames):
        return
    if any(tree.dep[k] == "prep" and tree.lower[k] in ADDRESSED for k in tree.kids[verb]):
        return  # `as cities responded to it`: while they did
    subject = find_source(tree, verb)
    if subject is None or not tree.first[verb] <= subject <= tree.last[verb]:
        return
    content = rest_of_sentence(tree, verb, tree.span(verb))
    if content:
        yield Candidate(verb, (verb, verb + 1), content, None, AS_SAID, "as X said", subject)
