"""A sentence of an article."""

from dataclasses import dataclass

from pipeline.records.article import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line of sentences.jsonl; never crosses a block or a line."""

    id: str  # "ARTICLE:s12", counted from 0
    article: str  # id in articles.jsonl
    index: int  # place among the article's sentences, from 0
    start: int  # offset in the article's text
    end: int  # offset in the article's text, exclusive
    text: str  # the article's text from `start` to `end`
    kind: BlockKind  # that of the block that holds it
    paragraph: int  # which of the article's lines that are not blank holds it, from 0
