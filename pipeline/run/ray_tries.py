"""How often a job was tried and which articles killed their process, from a log that outlives the process.

A line a try, and in a try with care a line with the number of the article in hand. A number that the next try follows is
an article whose process was killed.
"""

from collections import Counter
from itertools import pairwise
from pathlib import Path

TRY = "try"


def tries_of(part: Path) -> Path:
    """Name the log of a part."""
    return part.with_suffix(".tries")


class Tries:
    """The tries of one job; to make one begins the next try."""

    def __init__(self, part: Path) -> None:
        self._log = tries_of(part)
        lines = self._log.read_text().split() if self._log.exists() else []
        self.before = lines.count(TRY)
        self.killed = Counter(int(line) for line, after in pairwise([*lines, TRY]) if line != TRY and after == TRY)
        self._note(TRY)

    def in_hand(self, number: int) -> None:
        """Note the article that is worked next, alone."""
        self._note(str(number))

    def end(self) -> None:
        """Forget the tries of a job that is done."""
        self._log.unlink(missing_ok=True)

    def _note(self, line: str) -> None:
        with open(self._log, "a") as log:
            log.write(f"{line}\n")
