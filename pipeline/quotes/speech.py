"""Quotations: turn marks into token ranges, tell speech from scare quotes, find the cue beside them."""

from dataclasses import dataclass

from pipeline.quotes.grammar import FINITE
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.marks import Quotation, find_quotations
from pipeline.quotes.tree import Tree

TAG_WORDS = 16  # at most, of a sentence that only says who spoke
TITLE_WORD = 3  # letters up to which a word of a title may be small
TITLE_WORDS = 8  # at most
NOMINAL = frozenset({"DT", "JJ", "PRP$", "POS", "NN", "CD"})  # before a noun
QUOTES = 0.6  # reliability of the frame `quote` from which a verb beside a quotation utters it
AFTER, BEFORE = 25, 12  # tokens from a quotation in which its cue is looked for
SPEECH_WORDS = 5  # a quotation this long with a finite verb is speech even without a cue


@dataclass(slots=True)
class Quoted:
    """A quotation in tokens (half-open, marks included)."""

    lo: int
    hi: int
    closed: bool  # False where the closing mark is missing
    line: int  # number of its line, blank ones not counted

    def __contains__(self, i: int) -> bool:
        return self.lo <= i < self.hi


@dataclass(slots=True)
class Marked:
    """The quotations of a document: which of them are speech, and which tokens they hold."""

    quoted: list[Quoted]
    speech: list[bool]  # by quotation
    inside: list[int]  # by token: the number of its quotation, -1 outside

    def speaks(self, token: int) -> bool:
        """Tell whether a token stands in a quotation that is speech."""
        return self.inside[token] >= 0 and self.speech[self.inside[token]]


def marked(tree: Tree) -> Marked:
    """Find the quotations of a document."""
    quoted = to_tokens(tree, find_quotations(tree.text))
    inside = [-1] * len(tree)
    for number, q in enumerate(quoted):
        inside[q.lo : q.hi] = [number] * (q.hi - q.lo)
    return Marked(quoted, [is_sentence_like(tree, q) for q in quoted], inside)


def to_tokens(tree: Tree, quotations: list[Quotation]) -> list[Quoted]:
    """Align quotations with tokens; a token half inside belongs to the quotation."""
    out: list[Quoted] = []
    at = 0
    n = len(tree)
    for q in quotations:
        while at < n and tree.end[at] <= q.start:
            at += 1
        lo = at
        while at < n and tree.start[at] < q.end:
            at += 1
        if at > lo:
            out.append(Quoted(lo, at, q.closed, q.line))
    return out


def is_sentence_like(tree: Tree, q: Quoted) -> bool:
    """Tell speech from a scare quote, a title or a nickname: a clause, or a closing stop inside the marks."""
    words = [i for i in range(q.lo, q.hi) if tree.is_word(i)]
    finite = any(tree.tag[i] in FINITE for i in words)
    stop = any(
        tree.word[i] in (".", "!", "?", "…", "...") or (tree.word[i] == "," and i >= q.hi - 2)
        for i in range(max(q.lo, q.hi - 3), q.hi)
    )
    if _is_title(tree, words):
        return False
    return (len(words) >= SPEECH_WORDS and finite) or (stop and len(words) >= 2 and tree.word[words[0]][0].isupper())


def _is_title(tree: Tree, words: list[int]) -> bool:
    """Tell the title of a show, book or song: every longer word has a capital, and nothing is exclaimed or ended."""
    longer = [i for i in words if len(tree.word[i]) > TITLE_WORD]
    capitals = all(tree.word[i][0].isupper() for i in longer)
    after = tree.word[words[-1] + 1] if words and words[-1] + 1 < len(tree) else ""
    return 1 < len(words) <= TITLE_WORDS and len(longer) > 1 and capitals and after not in (".", "!", "?")


def cue_near(tree: Tree, q: Quoted) -> int | None:
    """Give the cue verb that stands right before or after a quotation, in its line."""
    line = tree.para[q.lo]
    sentence = tree.sent[q.hi - 1]
    short = _short_tag_follows(tree, q)
    for i in range(q.hi, min(len(tree), q.hi + AFTER)):  # after: "…," said the long-serving mayor of X
        if tree.para[i] != line or (tree.sent[i] != sentence and not short):
            break
        if tree.word[i] in ("“", '"', "``", ".", "?", "!"):
            break
        if _utters(tree, i):
            return i
    before = _colon_above(tree, q)
    for i in range(before, max(-1, before - BEFORE), -1):  # before: X said, "…"; X, of Y, said: "…"; X said: ¶ "…"
        if tree.para[i] != tree.para[before] or tree.word[i] in ("”", '"', "''", ".", "?", "!"):
            break
        if _utters(tree, i):
            return i
    return None


def _utters(tree: Tree, i: int) -> bool:
    cue = find_cue("verb", tree.lower[i])
    if cue is None or cue.reliability("quote") < QUOTES or tree.tag[i][:2] not in ("VB", "NN"):
        return False
    return tree.tag[i][:2] == "VB" or tree.tag[i - 1] not in NOMINAL  # `says` taken for a noun, not `in a tweet`


def _colon_above(tree: Tree, q: Quoted) -> int:
    """Give the last token before a quotation; that of the paragraph above where it ends in a colon."""
    i = q.lo - 1
    while i > 0 and tree.space[i]:
        i -= 1
    return i if i >= 0 and tree.word[i] == ":" else q.lo - 1


def _short_tag_follows(tree: Tree, q: Quoted) -> bool:
    """`"Never!" she said.`: a mark of its own kind ended the sentence, yet the next one only tells who spoke."""
    if q.hi >= len(tree) or tree.sent[q.hi] == tree.sent[q.hi - 1] or tree.para[q.hi] != tree.para[q.hi - 1]:
        return False
    number = tree.sent[q.hi]
    words = sum(tree.is_word(i) for i in range(tree.sent_first[number], tree.sent_last[number] + 1))
    return tree.word[q.hi - 2] in ("!", "?", ",") and words <= TAG_WORDS
