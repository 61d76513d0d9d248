"""Clip the model's mentions to what a name may be: one line, one sentence, no article or quotation mark at its edge."""

from pipeline.entities.lexicon import words
from pipeline.entities.mention import NUMERIC, Mention
from pipeline.entities.page import Page

_LEFT = frozenset({"the", "The", "THE", "a", "an", "A", "An", "'s", "’s"})
_MARKS = frozenset("\"'“”‘’`´()[]{}<>,;:|*/–—-.!?…•#") | {"``", "''", "’’", "‘‘", "--", "...", "'s", "’s"}
_PARTS = frozenset({"|", "/", "•", "–", "—", ";"})
_KEEPS_STOP = frozenset({"Vt", "Inc", "Co", "Corp", "Jr", "Sr", "St"})


def clip(page: Page, mention: Mention) -> list[Mention]:
    """Split a mention at lines, sentences and bars, trim each part and drop what is no name."""
    parts, start = [], mention.start
    if any(page.words[i] == "-" and not page.joined(i) for i in range(mention.start + 1, mention.end - 1)):
        return []  # a line of the page's furniture
    for i in range(mention.start, mention.end + 1):
        named = mention.label not in NUMERIC
        if i == mention.end or not page.same(start, i) or (named and page.words[i] in _PARTS):
            parts.append((start, i))
            start = i + 1 if i < mention.end and (page.pieces[i] < 0 or page.words[i] in _PARTS) else i
    trimmed = (trim(page, mention._replace(start=a, end=b)) for a, b in parts if a < b)
    return [m for m in trimmed if m is not None and _possible(page, m)]


def trim(page: Page, mention: Mention) -> Mention | None:
    """Cut articles, marks and possessive endings off the edges; None where nothing is left."""
    start, end, label, *_ = mention
    articles = {"the", "The", "THE"} if label in NUMERIC else _LEFT
    if "@" in page.surface(start, end):
        end = next(k for k in range(start, end) if "@" in page.words[k])
    while start < end and (
        page.pieces[start] < 0 or page.words[start] in articles or _mark(page, start) or _generic(page, start, label)
    ):
        start += 1
    if label not in NUMERIC and label != "PERSON":
        while start < end - 1 and page.words[end - 1] in words("titles"):
            end -= 1
    while start < end and (page.pieces[end - 1] < 0 or (_mark(page, end - 1) and not _closing(page, start, end))):
        end -= 1
    return mention._replace(start=start, end=end) if start < end else None


def _generic(page: Page, i: int, label: str) -> bool:
    return page.words[i] in words("generic") and label not in NUMERIC and label not in {"LAW", "WORK_OF_ART"}


def _mark(page: Page, i: int) -> bool:
    return page.words[i] in _MARKS


def _closing(page: Page, start: int, end: int) -> bool:
    last, before = page.words[end - 1], page.words[end - 2] if end - start > 1 else ""
    return (last == ")" and "(" in page.surface(start, end)) or (last == "." and before in _KEEPS_STOP)


def _possible(page: Page, m: Mention) -> bool:
    if m.label in NUMERIC:
        return not _reference(page, m)
    first = page.words[m.start]
    capitals = [k for k in range(m.start, m.end) if page.words[k][0].isupper()]
    if not capitals and not any(page.words[k][0].isdigit() for k in range(m.start, m.end)):
        return False
    if m.end - m.start == 1 and (first in words("of_heads") or first in words("body_heads")):
        return False
    # A plain word with the capital of a sentence's beginning
    if capitals == [m.start] and page.opens(m.start):
        alone = m.end - m.start == 1
        return not (first in words("function") or (first.lower() in page.vocabulary) or not alone)
    return not (m.end - m.start == 1 and first in words("function"))


def _reference(page: Page, m: Mention) -> bool:
    """Tell "[3]" and the "3." of a heading or a list."""
    if m.end - m.start != 1 or not page.words[m.start].isdigit():
        return False
    before, after = page.word(m.start - 1, m.start), page.word(m.end, m.start)
    numbered = after in {".", ")"} and before in {"", "("} and page.word(m.end + 1, m.start) != ""
    return (before == "[" and after in {"]", ","}) or numbered or (before == "," and after == "]")
