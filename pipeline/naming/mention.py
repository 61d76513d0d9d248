"""A mention of a named entity while it is being mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text with its label; half-open characters. `method` names the rule or model that decided it."""

    start: int
    end: int
    label: str
    method: str

    def overlaps(self, other: "Mention") -> bool:
        """Tell whether two mentions share a character."""
        return self.start < other.end and other.start < self.end


def without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Keep the earlier of overlapping mentions in the list's order; return them by offset."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for m in mentions:
        # Names are short, so two edges and a middle decide nearly always; a full check keeps it exact.
        if m.start in taken or m.end - 1 in taken or any(i in taken for i in range(m.start, m.end)):
            continue
        taken.update(range(m.start, m.end))
        kept.append(m)
    return sorted(kept, key=lambda m: m.start)
