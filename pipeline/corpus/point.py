"""A point of the code book: a recurring argument of one side, and the word patterns that show it."""

from dataclasses import dataclass

from pipeline.corpus.wordings import Wording


@dataclass(frozen=True, slots=True)
class Term:
    """Wordings of which one must occur in a sentence, or, negated, none may."""

    anyof: tuple[Wording, ...]
    negated: bool


Pattern = tuple[Term, ...]  # all must hold


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of its side makes the point where one of the patterns holds."""

    id: str
    side: str
    words: str
    patterns: tuple[Pattern, ...]
