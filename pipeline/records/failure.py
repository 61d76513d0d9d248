"""An input that could not be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One line of failures.jsonl: what failed and how to mend it."""

    input: str  # path as `source_file` would give it, with the line in a file of several articles
    error: str  # what is wrong
    fix: str  # how to mend it
