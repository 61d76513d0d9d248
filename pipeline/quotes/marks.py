"""Quotation marks: where quotations begin and end, in every style that news uses."""

import re
from dataclasses import dataclass

# What closes a quotation, by the mark that opened it. Opening marks stand before a word, closing ones after; an
# apostrophe is neither.
CLOSING = {
    "”": re.compile(r"”|’’|\"(?!\w)|''"),
    "“": re.compile(r"”|’’|\"(?!\w)|''"),
    '"': re.compile(r"\"|”|''"),
    "``": re.compile(r"''|”|\""),
    "''": re.compile(r"''|’’|”|\""),
    "’’": re.compile(r"’’|''|”|\""),
    "‘‘": re.compile(r"’’|''"),
    "«": re.compile(r"»"),
    "‘": re.compile(r"’(?!\w)"),
    "'": re.compile(r"'(?!\w)"),
}
OPENING = re.compile(
    r"“|(?<![\w.,!?=])\"(?=\S)|``(?=\S)|(?<![\w.,!?'])''(?=\w)|(?<![\w.,!?’])’’(?=\w)|‘‘|«|‘(?=\S)|(?<![\w.,!?'])'(?=[A-Za-z“])"
)
WRONG_WAY = re.compile(r"”(?=\w)")
LIMIT = 20000  # characters that one quotation may run inside its line


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between marks, marks included; half-open characters. `closed` is False where the mark is missing."""

    start: int
    end: int
    closed: bool
    line: int  # index of the non-blank line that holds it


def find_quotations(text: str) -> list[Quotation]:
    """List the outermost quotations of a text, line by line.

    A quotation that never closes runs to the end of its line when the next non-blank line opens with the same
    mark (the convention for speech of several paragraphs) or when it opened the line; else it is dropped, as a
    stray mark or an inch sign would be.
    """
    found: list[Quotation] = []
    lines = list(_lines(text))
    for number, (start, end) in enumerate(lines):
        following = text[lines[number + 1][0] :][:2] if number + 1 < len(lines) else ""
        found.extend(_in_line(text, start, end, following, number))
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S[^\n\r]*", text)]


def _in_line(text: str, start: int, end: int, following: str, number: int) -> list[Quotation]:
    out: list[Quotation] = []
    at = start
    while at < end:
        # A line that begins with a closing mark before a word: the mark was typed the wrong way round.
        opening = WRONG_WAY.match(text, at, end) if at == start else None
        opening = opening or OPENING.search(text, at, end)
        if not opening:
            break
        mark = opening.group()
        close = _closing(text, opening, min(end, opening.end() + LIMIT))
        if close:
            out.append(Quotation(opening.start(), close, True, number))
            at = close
        elif mark in "'‘’’''":
            at = opening.end()  # an apostrophe that looked like a mark
        elif following.startswith(mark) or opening.start() == start:
            out.append(Quotation(opening.start(), end, False, number))
            break
        else:
            at = opening.end()
    return out


def _closing(text: str, opening: re.Match[str], limit: int) -> int | None:
    """Give the end of the mark that closes a quotation; None where there is none before the limit."""
    mark = opening.group()
    pattern = CLOSING[mark]
    for close in pattern.finditer(text, opening.end(), limit):
        if mark in "'‘" and not _closes_single(text, close.start()):
            continue
        return close.end()
    return None


def _closes_single(text: str, at: int) -> bool:
    """Tell a closing single mark from the apostrophe of a plural possessive (the cities' budgets)."""
    before = text[at - 1]
    if before in ".,!?…":
        return True
    after = text[at + 1 : at + 2]
    return not (before == "s" and after == " " and text[at + 2 : at + 3].islower())
