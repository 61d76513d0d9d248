"""What a comparison says; `argmap diff --json` prints a Comparison with these fields, in this order."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from pipeline.records import Span

Kind = Literal["article", "block", "sentence", "label", "entity", "quote", "speaker", "node", "edge", "map"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order of the output
How = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A field of one record before and after; null where it is null or the record is not there."""

    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record that was added or removed, or of which fields changed."""

    kind: Kind  # label: a sentence's stance; map: title, issue and summary
    how: How
    text: str  # the record's text or name, as it is after, or before where it was removed
    before: tuple[Span, ...]  # where it stood in the article's text; empty for what has no place
    after: tuple[Span, ...]
    fields: dict[str, Values]  # the changed ones alone; all where the record was added or removed


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDiff:
    """What changed in one article; `changes` is empty for one that was added or removed."""

    article: str
    title: str | None
    how: How
    changes: tuple[Change, ...]  # by kind, then by place


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many records of a kind there are, and how many changed; those of whole articles are counted too."""

    kind: Kind
    before: int
    after: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the whole run, such as the number of pro sentences."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How many sentences turned from one label to another."""

    before: str
    after: str
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A difference in what made the maps, over the articles of both runs."""

    field: str  # version, schema, params_sha256, model_sha256 or parser
    before: str
    after: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a comparison says before it comes to single articles."""

    format: str  # "1"; changes with the fields
    changed: bool
    provenance: tuple[Origin, ...]
    counts: tuple[Count, ...]  # one for each kind
    figures: tuple[Figure, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Totals):
    """The whole of `argmap diff --json`."""

    articles: tuple[ArticleDiff, ...]  # by id; those without a change are left out
