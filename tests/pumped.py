"""Strings that make a pattern work hard: each of its repeats pumped up, behind what leads there."""

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined] # the parser of patterns has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

PLAIN = "aA 7-_.,:;!?'’\"“”()\n\t@#<=/*$&\x01"
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def pumped(pattern: re.Pattern[Any], most: int) -> list[tuple[str, str]]:
    """List (what leads to a repeat, what it repeats), shortest first."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found = {pair for pair in _repeats(tree, "") if pair[1]}
    found |= {("", before + unit) for before, unit in found} | {("", before) for before, _ in found if before}
    found |= {("", whole) for whole in (_sample(tree), _sample(tree)[:-1]) if whole}
    return sorted(found, key=lambda pair: (len(pair[0]) + len(pair[1]), pair))[:most]


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for code, value in tree:
        if code in REPEATS:
            inside = value[2]
            yield before, _sample(inside)
            if len(inside) == 1 and inside[0][0] in (codes.IN, codes.ANY, codes.NOT_LITERAL):
                yield from ((before, sign) for sign in PLAIN if _takes(inside[0], sign))
            yield from _repeats(inside, before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif code is codes.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(value[1], before)
        before += _sample([(code, value)])


def _sample(tree: Any) -> str:
    """Give a short string that a part of a pattern takes, roughly."""
    out = ""
    for code, value in tree:
        if code is codes.LITERAL:
            out += chr(value)
        elif code in (codes.IN, codes.ANY, codes.NOT_LITERAL):
            out += next((sign for sign in PLAIN if _takes((code, value), sign)), "")
        elif code is codes.BRANCH:
            out += _sample(value[1][0])
        elif code is codes.SUBPATTERN:
            out += _sample(value[3])
        elif code is codes.ATOMIC_GROUP:
            out += _sample(value)
        elif code in REPEATS:
            out += _sample(value[2]) * max(1, min(value[0], 3))
    return out


def _takes(item: Any, sign: str) -> bool:
    code, value = item
    if code is codes.ANY:
        return sign != "\n"
    if code is codes.NOT_LITERAL:
        return bool(ord(sign) != value)
    met = any(_in_class(part, sign) for part in value)
    return not met if value[0][0] is codes.NEGATE else met


CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _in_class(part: Any, sign: str) -> bool:
    code, value = part
    if code is codes.LITERAL:
        return bool(ord(sign) == value)
    if code is codes.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return code is codes.CATEGORY and re.match(CATEGORIES[value], sign) is not None
