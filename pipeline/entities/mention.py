"""A stretch of tokens that is, or may be, an entity."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MODEL = "model"
NUMERIC = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})


class Mention(NamedTuple):
    """A candidate entity; `start` and `end` are half-open and count tokens."""

    start: int
    end: int
    label: str
    method: str  # short name of the rule, or "model"
    strength: int = 1  # the model's is 0; rules sure of both edges have 2

    def overlaps(self, other: "Mention") -> bool:
        """Tell whether the two share a token."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Mention") -> bool:
        """Tell whether the other lies inside this one and is shorter."""
        return self.start <= other.start and other.end <= self.end and self.end - self.start > other.end - other.start


def longest(mentions: Iterable[Mention], size: int) -> list[Mention | None]:
    """Lay mentions over `size` tokens, longest first, stronger first among equals; give each token's mention."""
    cover: list[Mention | None] = [None] * size
    ranked = sorted(mentions, key=lambda m: (m.start - m.end, -m.strength, m.start, m.label))
    for m in ranked:
        if not any(cover[m.start : m.end]):
            cover[m.start : m.end] = [m] * (m.end - m.start)
    return cover


def unique(cover: Sequence[Mention | None]) -> list[Mention]:
    """Read the mentions off a cover, in order."""
    out: list[Mention] = []
    for m in cover:
        if m is not None and (not out or out[-1] is not m):
            out.append(m)
    return out
