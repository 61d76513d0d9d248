"""An article as it was read, with the kinds of its blocks."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["headline", "byline", "caption", "heading", "boilerplate", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text of one kind; `start` and `end` are half-open code points of the article's text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One line of articles.jsonl; `text` is the input as decoded and is never altered.

    `blocks` are disjoint, in order, and cover all that is not white space.
    """

    id: str
    source_file: str  # relative to the path that was given; "-" for standard input
    sha256: str  # of the input file's or line's bytes
    text: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None  # ISO 8601
    authors: tuple[str, ...]
    duplicate_of: str | None  # smallest id among near-identical articles
    blocks: tuple[Block, ...]
