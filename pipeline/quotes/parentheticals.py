"""Candidates that stand around their content: `according to X`, `as X put it`, `X: …`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.content import trim
from pipeline.quotes.lexicon import lexicon
from pipeline.quotes.source import find_source
from pipeline.quotes.tree import Tree

NOT_SPEAKERS = frozenset(
    "note correction clarification update related watch photos video editor editorial opinion analysis facts".split()
)


NAME_GOES_ON = 8  # tokens of a clause behind the name of a source
ADDRESSED = frozenset({"to", "with", "for"})


def rest_of_sentence(tree: Tree, sentence: int, hole: Range) -> list[Range]:
    """Give the sentence without a parenthetical, as one or two trimmed ranges."""
    lo, hi = tree.sent_first[sentence], tree.sent_last[sentence] + 1
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
    content = rest_of_sentence(tree, tree.sent[i], (i, end))
    if content:
        yield Candidate(i, (i, i + 2), content, whole, 0.93, "according to", source)


def _comma(tree: Tree, start: int) -> int | None:
    last = min(start + NAME_GOES_ON, tree.sent_last[tree.sent[start - 1]])
    return next((i for i in range(start, last) if tree.word[i] == ","), None)


def as_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`As X put it, …`; the clause around it is the content."""
    cue = lexicon().get(("verb", tree.lower[verb]))
    if cue is None or tree.dep[verb] not in ("advcl", "parataxis"):
        return
    mark = tree.kid(verb, "mark", "advmod")
    if (
        mark is None
        or tree.lower[mark] != "as"
        or mark > verb
        or tree.kid(verb, "ccomp", "xcomp", "auxpass") is not None
    ):
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
    content = rest_of_sentence(tree, tree.sent[verb], tree.span(verb))
    if content:
        yield Candidate(verb, (verb, verb + 1), content, None, 0.75, "as X said", subject)


def headline_candidates(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """`Mayor: city won't yield`, `NAME: speech`, `City won't yield: mayor`."""
    lo, hi = tree.sent_first[sentence], tree.sent_last[sentence] + 1
    for colon in range(lo + 1, min(hi - 2, lo + 9)):
        if tree.word[colon] != ":":
            continue
        named = all(
            tree.tag[i][:2] in ("NN", "DT", "JJ", "PO", "-L", "-R", "IN", "CC") or not tree.is_word(i)
            for i in range(lo, colon)
        )
        person = any(tree.tag[i] in ("NNP", "NNPS") for i in range(lo, colon))
        if named and person and any(tree.tag[i][:2] in ("VB", "MD") for i in range(colon, hi)):
            head = max(
                range(lo, colon),
                key=lambda i: (tree.tag[i][:2] == "NN" and tree.head[i] >= colon) or i == colon - 1,
            )
            if tree.lower[head] in NOT_SPEAKERS:
                return
            yield Candidate(colon, (colon, colon + 1), [trim(tree, colon + 1, hi)], (lo, colon), 0.6, "colon", head)
        return


SIGNATURE = 8  # tokens of a name and a stop
LONGEST_NAME = 25  # tokens of a name with what is added to it
DASHES = frozenset({"-", "--", "–", "—", "―"})
STRONG = 0.95  # a verb whose clauses are nearly always reported speech


def bare_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """`City won't yield, mayor says`; `Mayor says city won't yield`: the parser found no clause under the verb."""
    cue = lexicon().get(("verb", tree.lower[verb]))
    if cue is None or cue.frames.get("paren", 0) < STRONG or tree.kid(verb, "ccomp", "xcomp", "dobj") is not None:
        return
    subject = find_source(tree, verb)
    if subject is None or tree.sent[subject] != tree.sent[verb]:
        return
    lo, hi = tree.sent_first[tree.sent[verb]], tree.sent_last[tree.sent[verb]] + 1
    who = tree.first[subject] if tree.first[subject] <= subject < verb else subject
    before = (lo, min(who, verb))
    after = (max(verb, subject) + 1, hi)
    for part, need_comma in ((before, True), (after, False)):
        a, b = trim(tree, *part)
        finite = any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(a, b))
        marked = any(tree.word[i] in ("“", '"', "``", "''", "‘") for i in range(a, b))
        fits = (
            tree.word[part[1] - 1] in (",", "”", '"', "''")
            if need_comma
            else marked or (part[0] < hi and tree.word[part[0]] == ":")
        )
        if b - a >= 3 and finite and fits:
            yield Candidate(verb, (verb, verb + 1), [(a, b)], None, 0.7, "verb:bare", subject)
            return


def signed_candidates(tree: Tree, quoted: list[Range]) -> Iterator[Candidate]:
    """`“…” — Ana Ruiz`: a quotation signed with a dash and a name, at the end of its line."""
    for lo, hi in quoted:
        dash = _next_token(tree, hi)
        first = _next_token(tree, dash + 1)
        if first >= len(tree) or tree.word[dash] not in DASHES or not tree.word[first][:1].isupper():
            continue
        end = first
        while (
            end < len(tree) and tree.para[end] == tree.para[dash] and not tree.space[end] and end - first < LONGEST_NAME
        ):
            end += 1
        if tree.word[end - 1] == "." and end - first < SIGNATURE:
            end -= 1
        names = [i for i in range(first, end) if tree.tag[i] in ("NNP", "NNPS")]
        if names and tree.word[end - 1] not in (".", "!", "?") and tree.sent_first[tree.sent[lo]] <= lo:
            name_end = names[0]
            while name_end + 1 < end and tree.tag[name_end + 1] in ("NNP", "NNPS"):
                name_end += 1
            yield Candidate(lo, (dash, dash + 1), [(lo, hi)], (first, end), 0.9, "signed", name_end, True)


def _next_token(tree: Tree, i: int) -> int:
    while i < len(tree) and tree.space[i]:
        i += 1
    return i
