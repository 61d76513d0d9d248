"""The faults of a file that is imported: all are gathered before anything is said or written."""

from pathlib import Path

from pipeline.annotate.check import Problem


class Faults:
    """A list of faults; each says file, place, field, what and how to mend it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: list[Problem] = []
        self.left_out: list[str] = []  # what a tool marks as not to be used; no fault, but said

    def add(self, place: str, field: str, what: str, fix: str, path: Path | None = None) -> None:
        """Note a fault."""
        self.found.append(Problem(f"{path or self.path}:{place}:{field}", what, fix))

    def leave_out(self, place: str, why: str) -> None:
        """Note what the file holds and the reading will not."""
        self.left_out.append(f"{self.path}:{place}: {why}")
