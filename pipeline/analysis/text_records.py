"""What is found in an article before its stances are known."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Article, Entity, LedgerEntry, Quote, Sentence


@dataclass(frozen=True, slots=True)
class TextRecords:
    """The records of one article that its text alone decides; no classifier has seen them."""

    article: Article
    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    ledger: Sequence[LedgerEntry]
