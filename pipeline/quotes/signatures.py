"""Candidates that are signed: `“…” — Ana Ruiz`."""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate
from pipeline.quotes.grammar import DASHES
from pipeline.quotes.speech import Quoted
from pipeline.quotes.tree import Tree

RELIABILITY = 0.9
SIGNS = DASHES | {"-"}
NAMES = frozenset({"NNP", "NNPS"})
SIGNATURE = 8  # tokens of a name that may end in a stop
LONGEST_NAME = 25  # tokens of a name with what is added to it


def signed_candidates(tree: Tree, quoted: list[Quoted]) -> Iterator[Candidate]:
    """`“…” — Ana Ruiz`: a quotation signed with a dash and a name, at the end of its line."""
    for q in quoted:
        dash = _next_token(tree, q.hi)
        first = _next_token(tree, dash + 1)
        if first >= len(tree) or tree.word[dash] not in SIGNS or not tree.word[first][:1].isupper():
            continue
        end, edge = first, min(len(tree), first + LONGEST_NAME)
        while end < edge and tree.para[end] == tree.para[dash] and not tree.space[end]:
            end += 1
        if tree.word[end - 1] == "." and end - first < SIGNATURE:
            end -= 1
        names = [i for i in range(first, end) if tree.tag[i] in NAMES]
        if names and tree.word[end - 1] not in (".", "!", "?"):
            name_end = names[0]
            while name_end + 1 < end and tree.tag[name_end + 1] in NAMES:
                name_end += 1
            yield Candidate(q.lo, (dash, dash + 1), [(q.lo, q.hi)], (first, end), RELIABILITY, "signed", name_end)


def _next_token(tree: Tree, i: int) -> int:
    while i < len(tree) and tree.space[i]:
        i += 1
    return i
