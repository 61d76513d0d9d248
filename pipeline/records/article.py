"""An article as it was read, with the kinds of its blocks."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["headline", "byline", "caption", "heading", "boilerplate", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text of one kind; `start` and `end` are half-open code points of the article's text."""

    kind: BlockKind  # boilerplate: what is not the article, such as menus, credits and appeals to readers
    start: int  # offset in `text`
    end: int  # offset in `text`, exclusive


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One line of articles.jsonl; `text` is the input as decoded and is never altered.

    `blocks` are disjoint, in order, and cover all that is not white space.
    """

    id: str  # of the record, or the file's stem; unique in a run
    source_file: str  # relative to the path that was given; "-" for standard input
    sha256: str  # of the input file's or line's bytes
    text: str  # what all offsets count in; of a web page the extracted main text
    title: str | None  # the input's own, else the headline that is found; null: none is seen
    source: str | None  # the outlet: the input's own, else as the text shows it; null: unknown
    url: str | None  # the input's own; null: it has none
    published: str | None  # ISO 8601, mostly YYYY-MM-DD: the input's own, else a date line's; null: unknown
    authors: tuple[str, ...]  # the input's own, else the byline's; empty: unknown
    duplicate_of: str | None  # smallest id among near-identical articles; null: it is like no earlier one
    blocks: tuple[Block, ...]  # in order; stretches that are not white space
