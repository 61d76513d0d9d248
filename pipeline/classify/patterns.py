"""Groups of patterns by name, as frames and reasons use them, searched for where a word can begin a match alone."""

import re
from collections.abc import Mapping
from functools import lru_cache

MAX_CHARS = 2000  # of a sentence; what follows is not read
REMEMBERED = 1 << 12  # words
RUN = re.compile(r"\w+")
LITERAL = re.compile(r"[a-z0-9]+(?![?*{])")
ODD = str.maketrans("İıſK", "iisk")  # what re.IGNORECASE takes for ASCII letters, beside their capitals


class Groups:
    """Alternatives by name that stand as whole words, whatever their case; each begins with a letter or digit.

    Most words of a text begin no alternative. Which ones do is remembered by word, so that the patterns are tried there alone.
    """

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._patterns = [(name, re.compile(rf"(?:{pattern})(?!\w)")) for name, pattern in groups.items()]
        beginnings = [tuple(sorted(openings(pattern))) for pattern in groups.values()]

        @lru_cache(REMEMBERED)
        def begun_by(word: str) -> tuple[int, ...]:
            return tuple(n for n, letters in enumerate(beginnings) if word.startswith(letters))

        self._begun_by = begun_by

    def starts(self, text: str) -> dict[str, list[int]]:
        """Give where the matches of each group begin, as `re.finditer` finds them; groups without any are left out."""
        text = folded(text)
        found: dict[str, list[int]] = {}
        ends = [0] * len(self._patterns)
        for at, word in _runs(text):
            for n in self._begun_by(word):
                name, pattern = self._patterns[n]
                if at >= ends[n] and (match := pattern.match(text, at)):
                    ends[n] = match.end()
                    found.setdefault(name, []).append(at)
        return found


@lru_cache(1)  # frames and reasons of a sentence are looked for one after the other
def _runs(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((run.start(), run[0]) for run in RUN.finditer(text))


def folded(text: str) -> str:
    """Lower a text so that patterns in small ASCII letters find in it what they would find with re.IGNORECASE.

    Its length stays: the one letter whose small form is two is among the odd ones.
    """
    return (text if text.isascii() else text.translate(ODD)).lower()


def openings(pattern: str) -> set[str]:
    """Give the letters that matches of a pattern begin with, as far as they are plain; "" where they are not."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        while alternative.startswith("(?:"):
            end = _closing(alternative)
            found |= openings(alternative[3:end])
            quantifier = alternative[end + 1 : end + 2]
            if quantifier in ("*", "{"):
                found.add("")
            if quantifier != "?":
                break
            alternative = alternative[end + 2 :]  # the group may be missing
        else:
            literal = LITERAL.match(alternative)
            found.add(literal[0] if literal else "")
    return found


def _alternatives(pattern: str) -> list[str]:
    """Part a pattern at the bars outside of its groups."""
    parts, depth = [""], 0
    for piece in re.findall(r"\\.|.", pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _closing(pattern: str) -> int:
    """Find the end of the group that a pattern begins with."""
    depth = 0
    for piece in re.finditer(r"\\.|.", pattern):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            return piece.start()
    raise ValueError(f"a group is never closed: {pattern}")
