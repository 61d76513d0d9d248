"""Repair the edges of mentions: articles, possessives, marks, line breaks, modifiers of numbers."""

import re

from pipeline.naming.mention import Mention

ARTICLE = re.compile(r"(?:the|The|THE)\s+")
LEFT = " \t\n\r\"“”'’‘`«»([-–—.,:;"
RIGHT = " \t\n\r\"“”'’‘`«»([-–—,:;"
POSSESSIVE = ("'s", "’s")
MODIFIED = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY")
MODIFIER = re.compile(
    r"(?:(?:more|fewer|less|greater) than|at (?:least|most)|nearly|almost|about|around|roughly|approximately|an estimated|over|some|"
    r"as (?:many|much|few) as|up to|close to|just over|just under)(?: (?:the )?)?$",
    re.IGNORECASE,
)
LOOK_BACK = 20  # characters; the longest modifier is shorter
POLICY = re.compile(
    r"(?:sanctuary|welcoming|safe) (?:city|cities|state|states|county|counties|policy|policies|laws?|campus)",
    re.IGNORECASE,
)
FULL_WORD = re.compile(r"[a-z]{4,}\.$|[a-z]{2}tions\.$")
TITLE = re.compile(
    r"(?:(?:Police |Fire |Acting |Deputy |Interim |Former )*(?:Chief|Superintendent|Sheriff|Mayor|Governor|Gov\.|Senator|Sen\.|Rep\.|"
    r"Representative|President|Judge|Justice|Councilman|Councilwoman|Councilmember|Commissioner|Attorney General|Attorney|Secretary|"
    r"Director|Mr\.|Mrs\.|Ms\.|Dr\.|Pastor|Professor|Officer|Deputy|Sgt\.|Lt\.|Capt\.|By)\s+)+(?=[A-Z])"
)
NUMERIC = frozenset("DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split())


def repair(text: str, m: Mention) -> Mention | None:
    """Give the mention with sound edges; None when nothing of a name is left."""
    start, end = m.start, m.end
    line = text.find("\n", start, end)
    if line > start:
        end = line
    start, end = (
        _number_edges(text, start, end, m.label) if m.label in NUMERIC else _name_edges(text, start, end, m.label)
    )
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Mention(start, end, m.label, m.method)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in LEFT:
        start += 1
    while end > start and text[end - 1] in RIGHT:
        end -= 1
    return start, end


def _name_edges(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    article = ARTICLE.match(text, start, end)
    if article and label != "WORK_OF_ART":
        start = article.end()
    start, end = _strip(text, start, end)
    title = TITLE.match(text, start, end) if label == "PERSON" else None
    if title and title.end() < end:
        start = title.end()
    if text[start:end].endswith(POSSESSIVE):
        end -= 2
    if text[end - 1 : end] == "." and FULL_WORD.search(text, start, end):
        end -= 1
    return start, end


def _number_edges(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    if label not in ("DATE", "TIME"):
        article = ARTICLE.match(text, start, end)
        start = article.end() if article else start
    start, end = _strip(text, start, end)
    if label in MODIFIED:
        before = MODIFIER.search(text, max(0, start - LOOK_BACK), start)
        if before and (before.start() == 0 or not text[before.start() - 1].isalnum()):
            start = before.start()
    if label == "MONEY" and start > 0 and text[start - 1] == "$":
        start -= 1
    return start, end


def is_common(text: str, m: Mention) -> bool:
    """Tell a common noun phrase that the model took for a name: no capital beyond the first letter of a sentence."""
    if m.label in NUMERIC or m.label == "LAW":
        return False
    phrase = text[m.start : m.end]
    capitals = sum(c.isupper() for c in phrase)
    if capitals == 0 or POLICY.fullmatch(phrase):
        return True
    words = phrase.split()
    return len(words) > 1 and capitals == 1 and phrase[0].isupper() and m.label not in ("PERSON", "GPE", "NORP")


def is_reference(text: str, m: Mention) -> bool:
    """Tell a citation number such as [3], or the number of a heading or list item, from a name or figure."""
    word = text[m.start : m.end]
    if not word.rstrip(".").isdigit():
        return False
    before, after = text[max(0, m.start - 1) : m.start], text[m.end : m.end + 2]
    line_start = m.start == 0 or before == "\n"
    return (before == "[" and after.startswith("]")) or (line_start and (word.endswith(".") or after[:1] in (".", ")")))
