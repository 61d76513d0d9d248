"""An input that could not be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One line of failures.jsonl: what failed and how to mend it."""

    input: str
    error: str
    fix: str
