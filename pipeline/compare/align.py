"""Follow spans from an article's text to an edited one."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from pipeline.records import Span

Match = tuple[int, int, int]  # where it starts in one text and in the other; its length
Split = Callable[[str], list[str]]
SENTENCES = re.compile(r"[^.!?]*+[.!?]\S*+\s+|.+", re.DOTALL)  # rough, but the same in both texts
WORDS = re.compile(r"\s*\S+|\s+")


class Alignment:
    """What two texts have in common, in order; the same seen from either text."""

    def __init__(self, before: str, after: str) -> None:
        self._texts = before, after
        if before <= after:
            self._matches = list(_matches(before, after))
        else:  # difflib may find another alignment the other way round
            self._matches = [(b, a, n) for a, b, n in _matches(after, before)]

    def follow(self, span: Span) -> Span | None:
        """Give the place of a span of the text before in the one after; None where it was edited or is gone."""
        before, after = self._texts
        first, last = self._at(span[0]), self._at(span[1] - 1)
        if first is None or last is None:
            return None
        moved = first, last + 1
        return moved if before[slice(*span)] == after[slice(*moved)] else None

    def _at(self, offset: int) -> int | None:
        found = bisect_right(self._matches, offset, key=lambda match: match[0]) - 1
        if found < 0:
            return None
        start, there, length = self._matches[found]
        return there + offset - start if offset < start + length else None

    def edits(self) -> list[tuple[str, str]]:
        """List what was replaced by what, in whole words; an insertion replaces the empty text."""
        before, after = self._texts
        edits: list[tuple[Span, Span]] = []
        here = there = 0
        for start, other, length in [*self._matches, (len(before), len(after), 0)]:
            if (here, there) != (start, other):
                left, right = _word_left(before, here), _word_right(before, start)
                old, new = (here - left, start + right), (there - left, other + right)
                if edits and edits[-1][0][1] > old[0]:  # two edits in one word
                    (first, _), (second, _) = edits.pop()
                    old, new = (first, old[1]), (second, new[1])
                edits.append((old, new))
            here, there = start + length, other + length
        return [(before[slice(*old)], after[slice(*new)]) for old, new in edits]


def _word_left(text: str, offset: int) -> int:
    return next((n for n in range(offset) if text[offset - n - 1].isspace()), offset)


def _word_right(text: str, offset: int) -> int:
    rest = len(text) - offset
    return next((n for n in range(rest) if text[offset + n].isspace()), rest)


def _matches(one: str, two: str) -> Iterator[Match]:
    """Match what is the same at both ends, then line by line, sentence by sentence, word by word where they differ."""
    return _within(one, two, 0, 0, (_lines, SENTENCES.findall, WORDS.findall))


def _common(one: str, two: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _within(one: str, two: str, here: int, there: int, splits: Sequence[Split]) -> Iterator[Match]:
    start = _common(one, two)
    end = _common(one[start:][::-1], two[start:][::-1])
    if start:
        yield here, there, start
    if splits:
        a, b = splits[0](one[start : len(one) - end]), splits[0](two[start : len(two) - end])
        yield from _pieces(a, b, here + start, there + start, splits[1:])
    if end:
        yield here + len(one) - end, there + len(two) - end, end


def _pieces(one: list[str], two: list[str], here: int, there: int, finer: Sequence[Split]) -> Iterator[Match]:
    for tag, a, b, c, d in SequenceMatcher(a=one, b=two).get_opcodes():
        left, right = "".join(one[a:b]), "".join(two[c:d])
        if tag == "equal":
            yield here, there, len(left)
        elif tag == "replace":
            yield from _within(left, right, here, there, finer)
        here, there = here + len(left), there + len(right)
