"""Laws, bills, sections and cases."""

import re
from collections.abc import Iterator

from pipeline.entities.bodies import left_edge
from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page

_ACTS = re.compile(
    r"\b(?:(?:House|Senate|Assembly) (?:Bill|Joint Resolution|Resolution) \d+"
    r"|(?:[HS]\.? ?B\.?|[HS]\.R\.|A\.B\.|AB|L\.D\.)[ -]\d+"
    r"|(?:Bill|Measure|Proposition|Prop\.|Question|Act|Chapter|Amendment|Initiative) \d+(?:[.-]\d+)*\b"
    r"|(?:Section|section|Sec\.|Title|Article|Form) (?:I-?\d+|[IVX]+\b|\d+(?:[.-]\d+)*\w?)(?:\(\w{1,3}\))*"
    r"|[Ee]xecutive [Oo]rder(?: No\.)? \d{5}"
    r"|\d+ U\.S\.C\.(?: §| Section)? \d+(?:\(\w{1,3}\))*"
    r"|287\(g\))"
)
_CASES = re.compile(r"\b[A-Z]\w+ v\. (?:United States|[A-Z]\w+)(?:, \d+ U\.S\. \d+)?")


def find_laws(page: Page, from_start: dict[int, int], to_end: dict[int, int]) -> list[Mention]:
    """Find laws by number, by head word, and cases.

    Args:
        page: the document.
        from_start: tokens by the code point they begin at.
        to_end: tokens by the code point they end at.
    """
    found = []
    for start, end in _numbered(page.text):
        first, last = from_start.get(start), to_end.get(end)
        if first is not None and last is not None and page.same(first, last):
            found.append(Mention(first, last + 1, "LAW", "law", 2))
    heads, ordinals = words("law_heads"), words("ordinals")
    for i in page.capitals:
        word = page.words[i]
        if word in heads and page.word(i - 1, i) != "of":  # College of Law
            start = left_edge(page, i)
            if start < i:
                found.append(Mention(start, i + 1, "LAW", "law", 2))
        elif word in ordinals and page.word(i + 1, i) == "and" and page.word(i + 3, i) == "Amendments":
            found.append(Mention(i, i + 4, "LAW", "law", 2))
    return found


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    for match in _ACTS.finditer(text):
        yield match.span()
    if " v. " in text:
        for match in _CASES.finditer(text):
            yield match.span()
