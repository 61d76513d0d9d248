"""The results of one article as bytes: the lines of each output file by its stem, and what is made of all articles."""

from typing import TypeVar

from pipeline.analysis.text_records import TextRecords
from pipeline.kept.box import Pieces
from pipeline.records import ArgumentMap, Article, Entity, LedgerEntry, Quote, Sentence, Speaker, Stance
from pipeline.records.article_records import ArticleRecords
from pipeline.records.jsonl import adapter, dump_lines

T = TypeVar("T")
FILES = ("articles", "sentences", "entities", "quotes", "speakers", "stances", "maps")
LEDGER, SIGNATURE = "ledger", "signature"  # of a text: speakers without stances, and the sketch that shows near-copies
DIGEST, ROW, LINE, PAGE = "digest", "row", "line", "page"  # for the corpus files, for the report's list, for its page


def text_pieces(found: TextRecords) -> Pieces:
    """Give the lines of what a text alone decides."""
    return {
        "articles": dump_lines([found.article]),
        "sentences": dump_lines(found.sentences),
        "entities": dump_lines(found.entities),
        "quotes": dump_lines(found.quotes),
        LEDGER: dump_lines(found.ledger),
    }


def label_pieces(found: ArticleRecords) -> Pieces:
    """Give the lines of what the classifier and the linker add."""
    return {
        "stances": dump_lines(found.stances),
        "speakers": dump_lines(found.speakers),
        "maps": dump_lines([found.map]),
    }


def text_records_of(pieces: Pieces) -> TextRecords:
    """Read back what a text alone decides."""
    return TextRecords(
        _records(pieces["articles"], Article)[0],
        _records(pieces["sentences"], Sentence),
        _records(pieces["entities"], Entity),
        _records(pieces["quotes"], Quote),
        _records(pieces[LEDGER], LedgerEntry),
    )


def records_of(pieces: Pieces) -> ArticleRecords:
    """Read all records back."""
    text = text_records_of(pieces | {LEDGER: b""})  # which is no output
    return ArticleRecords(
        text.article,
        text.sentences,
        text.entities,
        text.quotes,
        _records(pieces["speakers"], Speaker),
        _records(pieces["stances"], Stance),
        _records(pieces["maps"], ArgumentMap)[0],
    )


def _records(lines: bytes, kind: type[T]) -> list[T]:
    validate = adapter(kind).validate_json  # type: ignore[arg-type]
    return [validate(line) for line in lines.split(b"\n")[:-1]]
