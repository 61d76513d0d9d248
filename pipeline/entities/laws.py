"""Laws, bills, sections and cases."""

import re

from pipeline.entities.bodies import left_edge
from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page

_ACTS = re.compile(
    r"\b(?:(?:House|Senate|Assembly) (?:Bill|Joint Resolution|Resolution) \d+"
    r"|(?:[HS]\.? ?B\.?|[HS]\.R\.|A\.B\.|AB|L\.D\.)[ -]\d+"
    r"|(?:Bill|Measure|Proposition|Prop\.|Question|Act|Chapter|Amendment|Initiative) \d+[\d.-]*\b"
    r"|(?:Section|section|Sec\.|Title|Article|Form) (?:I-?\d*|[IVX]+\b|\d+[\d.-]*\w?)(?:\(\w{1,3}\))*"
    r"|[Ee]xecutive [Oo]rder(?: No\.)? \d{5}"
    r"|\d+ U\.S\.C\.(?: §| Section)? \d+(?:\(\w{1,3}\))*"
    r"|287\(g\))"
)


def find_laws(page: Page, from_start: dict[int, int], to_end: dict[int, int]) -> list[Mention]:
    """Find laws by number and by head word.

    Args:
        page: the document.
        from_start: tokens by the code point they begin at.
        to_end: tokens by the code point they end at.
    """
    found = []
    for match in _ACTS.finditer(page.text):
        first, last = from_start.get(match.start()), to_end.get(match.end())
        if first is not None and last is not None and page.same(first, last):
            found.append(Mention(first, last + 1, "LAW", "law", 2))
    heads, ordinals = words("law_heads"), words("ordinals")
    for i in page.capitals:
        word = page.words[i]
        if word in heads:
            start = _left(page, i)
            if start < i:
                found.append(Mention(start, i + 1, "LAW", "law", 2))
        elif word in ordinals and page.word(i + 1, i) == "and" and page.word(i + 3, i) == "Amendments":
            found.append(Mention(i, i + 4, "LAW", "law", 2))
    return found


def _left(page: Page, head: int) -> int:
    start = left_edge(page, head)
    # "Massachusetts' Trust Act" and "Section 5 of the Trust Act" keep the law's own name only.
    while start < head and page.words[start] in words("topics") and page.words[start] == "Law":
        start += 1
    return start
