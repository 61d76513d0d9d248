"""Read a code book of points (points.tsv, whose head says how it is written)."""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.corpus.point import Pattern, Point, Term
from pipeline.errors import InputError

SIDES = ("pro", "anti")
LIST = re.compile(r"@\w+")


def read_points(path: Path) -> Iterator[Point]:
    """Yield the points in the order of the file.

    Raises:
        InputError: a line is no point, pattern or list, or a point has no pattern; `where` is path:line.
    """
    head: tuple[str, str, str] | None = None
    patterns: list[Pattern] = []
    lists: dict[str, str] = {}
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        where = f"{path}:{number}"
        if line.startswith("#"):
            continue
        if line.startswith("\t") and head:
            patterns.append(_pattern(line, lists, where))
            continue
        if head:
            if not patterns:
                raise InputError(
                    "a point without a pattern", where, "add a line of a tab and a pattern before this one"
                )
            yield Point(*head, tuple(patterns))
        head, patterns = None, []
        match line.split("\t"):
            case [name, wordings] if LIST.fullmatch(name):
                lists[name] = wordings
            case [point, side, words] if point and side in SIDES:
                head = (point, side, words)
            case [""]:
                pass
            case _:
                raise InputError("not a point", where, "write its id, pro or anti, and the point in words, with tabs")


def _pattern(line: str, lists: dict[str, str], where: str) -> Pattern:
    unknown = [name for name in LIST.findall(line) if name not in lists]
    if unknown:
        raise InputError(f"no list {unknown[0]}", where, "write the list on a line before")
    filled = LIST.sub(lambda m: lists[m.group()], line.strip())
    return tuple(_term(text) for text in filled.split(" & "))


def _term(text: str) -> Term:
    return Term(tuple(tuple(wording.split()) for wording in text.lstrip("!").split("|")), text.startswith("!"))
