"""The articles of an annotations folder: add one with its text and its line in articles.jsonl."""

from itertools import islice
from pathlib import Path

from pipeline.errors import InputError, UsageError
from pipeline.gold.corpus import Card, read_cards
from pipeline.gold.file_names import folded, is_file_name
from pipeline.records import Article, Failure
from pipeline.records.jsonl import atomic, dump_line
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs


def read_one(path: str, max_chars: int) -> RawArticle:
    """Read the one article of a file.

    Raises:
        InputError: the article cannot be read.
        UsageError: there is not one article, or its id cannot name a file.
    """
    inputs = list(islice(read_inputs([path], max_chars), 2))
    if len(inputs) != 1:
        raise UsageError(
            "more than one article found" if inputs else "no article found", path, "name one article's file"
        )
    raw = inputs[0]
    if isinstance(raw, Failure):
        raise InputError(raw.error, raw.input, raw.fix)
    check_name(raw.id, path)
    return raw


def check_name(name: str, where: str) -> None:
    """Check that an id or an annotator's name can name files in the folder.

    Raises:
        UsageError: it cannot.
    """
    if not is_file_name(name):
        fix = "use letters, digits, -, _ and . only, at most 200"
        raise UsageError(f"the id {name[:80]!r} is no file name", where, fix)


def known_cards(folder: Path) -> list[Card]:
    """List the annotated articles by id; none where the folder is new."""
    return read_cards(folder) if (folder / "articles.jsonl").exists() else []


def check_text(folder: Path, article: str, text: str) -> None:
    """Check that an article can be added: no other text has its id, and the list of articles is whole.

    Raises:
        UsageError: another text has its id, or one that differs by case alone.
        AnnotationError: a line of the list is broken.
    """
    for card in known_cards(folder):
        if card.id != article and folded(card.id) == folded(article):
            what = f"{article!r} and {card.id!r} would be one file where case makes no difference"
            raise UsageError(what, str(folder / "articles.jsonl"), "rename your file")
    path = folder / "articles" / f"{article}.txt"
    if path.exists() and path.read_bytes().decode("utf-8-sig") != text:
        raise UsageError(f"another text has the id {article!r}", str(path), "rename your file")


def add_article(folder: Path, article: Article) -> None:
    """Add an article's text and line; one that is listed already keeps both."""
    cards = known_cards(folder)
    if any(card.id == article.id for card in cards):
        return
    with atomic(folder / "articles" / f"{article.id}.txt") as text:
        text.write(article.text)
    with atomic(folder / "articles.jsonl") as lines:
        lines.writelines(dump_line(card) + "\n" for card in sorted([*cards, card_of(article)], key=lambda c: c.id))


def card_of(article: Article) -> Card:
    """Give the line of an article that a user annotates: real, and to be learnt from."""
    return Card(
        id=article.id,
        split="train",
        origin="real",
        title=article.title,
        source=article.source,
        genre=None,
        published=article.published,
    )
