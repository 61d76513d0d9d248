"""An article as it comes back from a tool, before anything is checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate.check import Problem
from pipeline.gold.corpus import GoldSpan

FIELDS = ("kind", "stance", "speaker", "quote", "role")  # of a row, beside its offsets and what it serves


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence as somebody labelled it."""

    place: str  # a line's number, or "task 3, region s4"
    key: str  # what the `to` of another draft names
    start: int
    end: int
    fields: Mapping[str, str]  # those of FIELDS that are set
    to: str | None = None  # a key, or "issue"
    rel: str | None = None

    @property
    def labelled(self) -> bool:
        """Tell whether anything is said of the sentence; bounds alone are no label."""
        return bool(self.fields) or self.to is not None or self.rel is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a tool says stands at an offset; another text there means that the article or the offset has changed."""

    place: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article as one person labelled it."""

    path: Path
    place: str
    article: str
    text: str | None  # None: the format holds no whole text
    drafts: Sequence[Draft]
    spans: Sequence[tuple[str, GoldSpan]] = ()  # (place, span)
    shown: Sequence[Shown] = ()
    by: str = ""  # who labelled it, in the tool's words
    meta: Mapping[str, str | None] = field(default_factory=dict)
    problems: Sequence[Problem] = ()  # found so far; they count where this person's labels are taken
