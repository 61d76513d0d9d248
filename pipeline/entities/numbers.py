"""Dates and figures: complete what the model cuts short."""

from pipeline.entities.lexicon import words
from pipeline.entities.mention import NUMERIC, Mention
from pipeline.entities.page import Page

_RANGES = {"between": "and", "from": "to", "From": "to", "Between": "and"}
_MONEY_SIGNS = frozenset({"$", "US$", "€", "£"})
_YEAR_BEFORE = frozenset("in since by until before after during of In Since By Until Before After early late".split())
_FIXED = (  # modifiers of several words
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("as", "many", "as"),
    ("as", "much", "as"),
)


def mend_numbers(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Extend, relabel and merge numeric mentions; others pass unchanged. Both lists are in order."""
    out: list[Mention] = []
    for m in mentions:
        floor = out[-1].end if out else 0
        if m.start < floor:  # swallowed by the mention before, as "CST" by "8 a.m."
            continue
        if m.label not in NUMERIC:
            out.append(m)
            continue
        new = _age(page, _year(page, _widen(page, _day(page, m, floor), floor)), out)
        new = _zone(page, new)
        if out and _one_figure(page, out[-1], new):
            out[-1] = out[-1]._replace(end=new.end, method="number")
        elif out and _one_date(page, out[-1], new):
            out[-1] = out[-1]._replace(end=new.end, label="DATE", method="date")
        else:
            out.append(new)
    return out


def _widen(page: Page, m: Mention, floor: int) -> Mention:
    start, label = m.start, m.label
    if page.word(start - 1, start) in _MONEY_SIGNS and start - 1 >= floor:
        start, label = start - 1, "MONEY"
    if label in {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}:
        start = _modified(page, start, floor, label)
    if (start, label) == (m.start, m.label):
        return m
    return m._replace(start=start, label=label, method="number")


def _modified(page: Page, start: int, floor: int, label: str) -> int:
    before = page.word(start - 1, start)
    if before.lower() in words("modifiers") or (before in words("money_modifiers") and label == "MONEY"):
        return max(start - 1, floor)
    for phrase in _FIXED:
        k = start - len(phrase)
        if k >= floor and page.same(k, start) and tuple(w.lower() for w in page.words[k:start]) == phrase:
            return k
    return start


def _year(page: Page, m: Mention) -> Mention:
    word = page.words[m.start]
    four_digits = m.end - m.start == 1 and len(word) == 4 and word.isdigit()
    dated = word[:2] in {"18", "19", "20"} and page.word(m.start - 1, m.start) in _YEAR_BEFORE
    return m._replace(label="DATE", method="date") if m.label == "CARDINAL" and four_digits and dated else m


def _day(page: Page, m: Mention, floor: int) -> Mention:
    """Take in the part of the day behind a weekday, and the "every" before a day."""
    start, end, label = m.start, m.end, m.label
    if label == "DATE" and page.words[end - 1] in words("weekdays") and page.word(end, start) in words("dayparts"):
        end, label = end + 1, "TIME"
    if (
        label == "DATE"
        and page.word(start - 1, start) in {"every", "each", "last", "next", "this", "that"}
        and start > floor
    ):
        start -= 1
    return m if (start, end) == (m.start, m.end) else m._replace(start=start, end=end, label=label, method="date")


def _age(page: Page, m: Mention, before: list[Mention]) -> Mention:
    """Label the age behind a person's name a date, as OntoNotes has it."""
    if (
        m.label != "CARDINAL"
        or m.end - m.start != 1
        or len(page.words[m.start]) != 2
        or not page.words[m.start].isdigit()
    ):
        return m
    named = bool(before) and before[-1].label == "PERSON" and before[-1].end == m.start - 1
    if named and page.word(m.start - 1, m.start) == "," and page.word(m.end, m.start) in {",", ".", ";", ""}:
        return m._replace(label="DATE", method="age")
    return m


def _zone(page: Page, m: Mention) -> Mention:
    zone = page.word(m.end, m.start)
    if m.label == "TIME" and zone in {"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "PT", "CT", "GMT"}:
        return m._replace(end=m.end + 1, method="time")
    return m


def _one_figure(page: Page, left: Mention, right: Mention) -> bool:
    """Tell whether two figures are one: "three or four"."""
    both = left.label == right.label == "CARDINAL" and left.end == right.start - 1
    return both and page.word(left.end, left.start) == "or" and page.same(left.start, right.start)


def _one_date(page: Page, left: Mention, right: Mention) -> bool:
    """Tell whether two dates are one: "Tuesday, Feb. 21, 2017", "between 2014 and 2016"."""
    if left.label != "DATE" or right.label != "DATE" or not page.same(left.start, right.start):
        return False
    gap = page.words[left.end : right.start]
    if gap == [","] and page.words[left.end - 1] in words("weekdays"):
        return page.words[right.start] in words("months") | words("month_shorts")
    return len(gap) == 1 and _RANGES.get(page.words[left.start]) == gap[0]


def find_dates(page: Page) -> list[Mention]:
    """Find "Nov. 20, 2017", "June 2014", "Monday" where the model saw none or only a part."""
    found = []
    for i in page.capitals:
        word = page.words[i]
        if word in words("months") or word in words("month_shorts"):
            end = _month_end(page, i)
            if end > i + 1 or word not in {"May", "March", "April", "June", "August"}:
                found.append(Mention(i, end, "DATE", "date", 1))
        elif word in words("weekdays"):
            found.append(Mention(i, i + 1, "DATE", "date", 1))
    return found


def _month_end(page: Page, i: int) -> int:
    end, after = i + 1, page.word(i + 1, i)
    if after.isdigit() and len(after) in {1, 2}:
        end += 1
        year = page.word(end + 1, i)
        if page.word(end, i) == "," and year.isdigit() and len(year) == 4:
            end += 2
    elif after.isdigit() and len(after) == 4:
        end += 1
    return end
