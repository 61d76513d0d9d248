"""Short forms in brackets behind a long form: "National Immigration Law Center (NILC)"."""

from collections.abc import Sequence

from pipeline.entities.mention import Mention
from pipeline.entities.page import Page


def find_acronyms(page: Page, bodies: Sequence[Mention]) -> list[Mention]:
    """Find every mention of the short forms that the article itself introduces."""
    short = {page.words[m.end + 1]: m.label for m in bodies if _introduces(page, m)}
    short |= {page.words[i]: "ORG" for i in page.capitals if _station(page, i)}
    return [Mention(i, i + 1, short[page.words[i]], "acronym", 2) for i in page.capitals if page.words[i] in short]


def _introduces(page: Page, m: Mention) -> bool:
    if m.label not in {"ORG", "LAW"} or m.end - m.start < 2:
        return False
    word = page.word(m.end + 1, m.start)
    return (
        page.word(m.end, m.start) == "(" and page.word(m.end + 2, m.start) == ")" and word.isupper() and len(word) > 1
    )


def _station(page: Page, i: int) -> bool:
    """Tell the agency of a dateline: "(WWLP) –"."""
    word = page.words[i]
    if len(word) < 2 or not word.isupper() or page.word(i - 1, i) != "(" or page.word(i + 1, i) != ")":
        return False
    return page.word(i + 2, i) in {"—", "–", "-", "--"}
