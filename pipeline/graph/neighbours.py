"""What stands around each statement of an article: runs of one voice, the last claim of an ally, the next words."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.graph.statements import Statement

GAP = 3  # sentences, at most, from one statement of a run to the next


@dataclass(slots=True, eq=False)
class Neighbours:
    """Numbers of other statements in the article's list, None where there is none."""

    before: int | None = None
    after: int | None = None
    run: int = 0  # statements of its voice before it without a gap
    left: int = 0  # and after it
    opening: int | None = None  # the one that opens its run, where it is another
    first: int | None = None  # of its voice: the first, the last before, the last reported one before, the next
    last: int | None = None
    reported: int | None = None
    next: int | None = None
    ally: int | None = None  # last before of its side, whoever speaks


def neighbours_of(statements: Sequence[Statement]) -> list[Neighbours]:
    """Find the neighbours of every statement in two passes over the article."""
    found = [Neighbours() for _ in statements]
    firsts: dict[tuple[str | None, str], int] = {}
    lasts: dict[tuple[str | None, str], int] = {}
    reports: dict[tuple[str | None, str], int] = {}
    sides: dict[str, int] = {}
    for n, (statement, here) in enumerate(zip(statements, found, strict=True)):
        voice = statement.voice
        here.first, here.last, here.reported = firsts.get(voice), lasts.get(voice), reports.get(voice)
        here.ally = sides.get(statement.side)
        if n:
            here.before, found[n - 1].after = n - 1, n
            if _continues(statements[n - 1], statement):
                here.run = found[n - 1].run + 1
                here.opening = found[n - 1].opening if found[n - 1].opening is not None else n - 1
        if here.last is not None:
            found[here.last].next = n
        firsts.setdefault(voice, n)
        lasts[voice] = sides[statement.side] = n
        if statement.speech in ("indirect", "mixed"):
            reports[voice] = n
    for n in range(len(found) - 2, -1, -1):
        if _continues(statements[n], statements[n + 1]):
            found[n].left = found[n + 1].left + 1
    return found


def _continues(one: Statement, other: Statement) -> bool:
    return one.same_voice(other) and other.index - one.index <= GAP
