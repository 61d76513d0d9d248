"""The line in articles.jsonl of an article that a user annotates."""

from pipeline.gold.corpus import Card
from pipeline.records import Article


def card_of(article: Article) -> Card:
    """Give the line: real, and to be learnt from."""
    return Card(
        id=article.id,
        split="train",
        origin="real",
        title=article.title,
        source=article.source,
        genre=None,
        published=article.published,
    )
