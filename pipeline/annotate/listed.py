"""The articles of an annotations folder: add one with its text and its line in articles.jsonl."""

import re
from itertools import islice
from pathlib import Path

from pipeline.errors import InputError, UsageError
from pipeline.gold.corpus import Card, read_cards
from pipeline.records import Article, Failure
from pipeline.records.jsonl import atomic, dump_line
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs

FILE_NAME = re.compile(r"\w[\w.-]*")  # an id names files in the folder


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


def is_file_name(name: str) -> bool:
    """Tell whether an id or an annotator's name can name files in the folder."""
    # The rows of one that ends in .spans would take the name of another's spans.
    return FILE_NAME.fullmatch(name) is not None and not name.endswith(".spans")


def check_name(name: str, where: str) -> None:
    """Check that an id or an annotator's name can name files in the folder.

    Raises:
        UsageError: it cannot.
    """
    if not is_file_name(name):
        raise UsageError(f"the id {name!r} is no file name", where, "use letters, digits, -, _ and . only")


def known_cards(folder: Path) -> list[Card]:
    """List the annotated articles by id; none where the folder is new."""
    return read_cards(folder) if (folder / "articles.jsonl").exists() else []


def check_text(folder: Path, article: str, text: str) -> None:
    """Check that an article can be added: no other text has its id, and the list of articles is whole.

    Raises:
        UsageError: another text has its id.
        AnnotationError: a line of the list is broken.
    """
    known_cards(folder)
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
