"""A sentence of an article."""

from dataclasses import dataclass

from pipeline.records.article import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line of sentences.jsonl; never crosses a block or a line."""

    id: str  # "ARTICLE:s12", counted from 0
    article: str
    index: int
    start: int
    end: int
    text: str
    kind: BlockKind
    paragraph: int  # index of the non-blank line that holds it
