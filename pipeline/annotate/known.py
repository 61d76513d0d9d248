"""What is known of articles before an import: their texts and their lines in articles.jsonl."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate.listed import card_of
from pipeline.gold.corpus import Card, read_cards
from pipeline.records import Article
from pipeline.records.jsonl import is_stored, read


@dataclass
class Known:
    """Texts and lines by article; `listed` are those in the annotations already."""

    texts: dict[str, str] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)


def known_articles(folder: Path, texts: Path, out: Path, wanted: Collection[str]) -> Known:
    """Look articles up in the annotations, among the texts beside them, and in a run's outputs, in this order."""
    known = Known()
    if (folder / "articles.jsonl").exists():
        for card in read_cards(folder):
            known.cards[card.id] = card
            known.listed.add(card.id)
    for article in wanted:
        path = folder / "articles" / f"{article}.txt"
        path = path if path.exists() or article not in known.listed else texts / f"{article}.txt"
        if path.exists():
            known.texts[article] = path.read_bytes().decode("utf-8-sig")
    missing = set(wanted) - set(known.texts)
    if missing and is_stored(out / "articles.jsonl"):
        for record in read(out / "articles.jsonl", Article, "clean"):
            if record.id in missing:
                known.texts[record.id] = record.text
                known.cards.setdefault(record.id, card_of(record))
    return known
