"""Lines that hold only a date or a time, and the ISO 8601 form of a date."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
AMERICAN = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
BRITISH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({MONTH}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?=\D|$)")
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d|\d\d)\b")
# What may stand beside a date on a line of its own.
FILLER = re.compile(
    rf"""\b(?:19|20)\d\d-\d\d-\d\d(?:T[\d:.+Z-]+)?
    |\b(?:{MONTH}|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?
    |first|last|originally|published|publish|updated|update|posted|post|modified|created|filed|added|date
    |on|at|of|the|by|and|an?(?!\.m)|read|print|edition|st|nd|rd|th|noon|midnight
    |am|pm|a\.m|p\.m|et|est|edt|pt|pst|pdt|ct|cst|cdt|mt|mst|mdt|gmt|bst|utc|eastern|pacific|central|local|time
    |ago|hours?|hrs?|minutes?|mins?|days?)\b\.?
    |\d+|[\s,.:;/|•·()@–—+-]+""",
    re.IGNORECASE | re.VERBOSE,
)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
LONGEST = 140


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a date or a stamp and no other words."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return False
    if FILLER.sub("", line):
        return False
    stamped = re.match(
        r"(?:first |last |originally )?(?:published|updated?|posted|modified|filed|created)\b",
        line,
        re.IGNORECASE,
    )
    return bool(stamped or find_date(line) or CLOCK.search(line) or _month_and_day(line))


def _month_and_day(line: str) -> bool:
    return bool(re.search(rf"\b{MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{MONTH}", line, re.IGNORECASE))


def find_date(line: str) -> str | None:
    """Give the first full date of a line as YYYY-MM-DD; slashes are read the American way."""
    found: list[tuple[int, str]] = []
    for pattern, order in ((AMERICAN, "mdy"), (BRITISH, "dmy"), (ISO, "ymd"), (SLASHED, "mdy")):
        match = pattern.search(line)
        if match:
            values = dict(zip(order, match.groups(), strict=True))
            iso = _iso(values["y"], values["m"], values["d"])
            if iso:
                found.append((match.start(), iso))
    return min(found)[1] if found else None


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full, number, int(day)).isoformat()
    except ValueError:
        return None  # such as February 30
