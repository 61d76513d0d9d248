"""How many faults were tried and survived: a sample in `make test`, all in `make faults`."""

import os
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

ALL = os.environ.get("FAULTS") == "all"
SAMPLE = 3


@dataclass
class Series:
    """A table: a fault, how often it was tried, what was lost."""

    rows: dict[str, tuple[int, list[str]]] = field(default_factory=dict)

    def add(self, name: str, outcome: str) -> None:
        """Count one trial; an outcome that says nothing is a survival."""
        tried, lost = self.rows.setdefault(name, (0, []))
        self.rows[name] = (tried + 1, [*lost, outcome] if outcome else lost)

    def go(self, name: str, points: Iterable[int], trial: Callable[[int], str], sample: int = SAMPLE) -> None:
        """Try a fault at points; a few of them drawn by chance unless all are asked for."""
        chosen = list(points)
        if not ALL and len(chosen) > sample:
            chosen = sorted(random.Random(name).sample(chosen, sample))  # noqa: S311 (a draw, not a secret)
        lost = {point: outcome for point in chosen if (outcome := trial(point))}
        for point in chosen:
            self.add(name, lost.get(point, ""))
        assert not lost

    def table(self) -> list[str]:
        """Give the table in Markdown."""
        lines = ["| fault | tried | survived | lost |", "|---|--:|--:|--:|"]
        for name, (tried, lost) in self.rows.items():
            lines.append(f"| {name} | {tried} | {tried - len(lost)} | {len(lost)} |")
        total = [sum(t for t, _ in self.rows.values()), sum(len(lost) for _, lost in self.rows.values())]
        return [*lines, f"| all | {total[0]} | {total[0] - total[1]} | {total[1]} |"]
