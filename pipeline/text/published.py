"""The date of a record in ISO 8601: other forms are read where they can mean one day alone."""

import re
from datetime import date, datetime

from pipeline.errors import InputError
from pipeline.text.dates import MONTH, MONTHS

YEAR_MONTH = re.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
LONGEST = 80
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
TIME = (
    r"(?:(?:,? (?:at )?|T)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:z|[a-z]{2,5}|[+-]\d\d:?\d\d))?)?"
)
YEAR, NUMBER, NTH = r"(?P<year>(?:19|20)\d\d)", r"(?P<day>\d{1,2})", r"(?:st|nd|rd|th)?"
NAME = rf"(?P<month>{MONTH})"
# What stands between is one sign throughout; single spaces, as the value is given so.
CERTAIN = tuple(
    re.compile(WEEKDAY + form + TIME, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{NAME} {NUMBER}{NTH},? {YEAR}",
        rf"{NUMBER}{NTH}\.?(?P<sign>[ -])(?:of )?{NAME},?(?P=sign){YEAR}",
        rf"{YEAR}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){NUMBER}",
    )
)
MONTH_ALONE = re.compile(rf"{NAME},? {YEAR}", re.IGNORECASE | re.ASCII)
NUMBERS = re.compile(rf"{WEEKDAY}(\d{{1,2}})([/.-])(\d{{1,2}})\2{YEAR}{TIME}", re.IGNORECASE | re.ASCII)
FIX = "write it in ISO 8601, like 2017-02-21"


def read_published(value: str, where: str) -> str:
    """Give ISO 8601 as it is, and other forms as YYYY-MM-DD (the day as written, without its time) or YYYY-MM.

    Of 11/26/2025 only one number can be the month; 03/04/2025 is 4 March to some and 3 April to others.

    Raises:
        InputError: it may be either of two days, or is no date that can be read.
    """
    plain = " ".join(value.split())
    if len(plain) > LONGEST or not (found := _iso(plain) or _named(plain) or _numbers(plain)):
        raise InputError(f"published is {value[:40]!r}, not an ISO 8601 date nor another certain one", where, FIX)
    if len(found) > 1:
        month_first, day_first = found
        raise InputError(
            f"published is {value[:40]!r}, which may be {month_first} or {day_first}",
            where,
            f"write {month_first} if the month comes first, {day_first} if the day does; "
            "for all at once, give the column the format YYYY-MM-DD",
        )
    return found[0]


def _iso(value: str) -> list[str]:
    if YEAR_MONTH.fullmatch(value):
        return [value]
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return []
    return [value]


def _named(value: str) -> list[str]:
    """Read a form that says itself which number is what."""
    for form in CERTAIN:
        if match := form.fullmatch(value):
            return _day(match["year"], _month(match["month"]), match["day"])
    match = MONTH_ALONE.fullmatch(value)
    return [f"{match['year']}-{_month(match['month']):02}"] if match else []


def _numbers(value: str) -> list[str]:
    """Give the days that two numbers and a year may mean, the one with the month first before the other."""
    match = NUMBERS.fullmatch(value)
    if match is None:
        return []
    first, second, year = match[1], match[3], match["year"]
    return list(dict.fromkeys(_day(year, int(first), second) + _day(year, int(second), first)))


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: int, day: str) -> list[str]:
    try:
        return [date(int(year), month, int(day)).isoformat()]
    except ValueError:  # such as 30 February
        return []
