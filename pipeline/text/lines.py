"""The non-blank lines of a text, with their offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A lone carriage return also ends a line: old exports use it.
LINE = re.compile(r"[^\n\r]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space; `gap`: a blank line stands before it."""

    index: int  # among the non-blank lines
    start: int
    end: int
    text: str
    gap: bool
    label: tuple[int, int] | None = None  # a label of the page that was taken off its start


def non_blank_lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold more than white space, in order."""
    index = 0
    before = 0
    for match in LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        # An empty line between two lines leaves at least two line feeds, or white space, between them.
        between = text[before:start]
        gap = index == 0 or between.replace("\r\n", "\n").count("\n") + between.count("\r") > 1
        yield Line(index, start, start + len(body), body, gap)
        before = start + len(body)
        index += 1
