"""Marks inside parentheses, which end no sentence."""

import re

MARK = re.compile(r"[().!?…‽]")
PAREN_LOOK = 300  # a longer parenthesis may hold sentences of its own


def marks_in_parentheses(text: str, start: int, end: int) -> dict[int, int]:
    """Map each mark inside a short pair of parentheses to the place where the pair opens."""
    inside: dict[int, int] = {}
    opened: int | None = None
    marks: list[int] = []
    for match in MARK.finditer(text, start, end):
        place, char = match.start(), match.group()
        if char == "(":
            opened, marks = place, []
        elif opened is None:
            continue
        elif char == ")":
            # A mark right before the closing parenthesis is judged with what follows it.
            inner = [m for m in marks if text[m + 1 : place].strip(".!?…‽”\"'’")]
            if place - opened <= PAREN_LOOK:
                inside.update((m, opened) for m in inner)
            opened = None
        else:
            marks.append(place)
    return inside
