"""What is said of an article where it is a near-copy of another, which is known only when all articles are."""

from dataclasses import replace

from pipeline.corpus.digest import digest_of
from pipeline.kept.box import Pieces
from pipeline.records.jsonl import dump_line
from pipeline.report.drawn import draw_article
from pipeline.run.pieces import DIGEST, LINE, PAGE, ROW, records_of
from pipeline.run.setup import Setup

NOT_YET = b'"duplicate_of": null'  # cannot occur inside a string, whose quotation marks are escaped


def pieces_of_copy(pieces: Pieces, original: str, setup: Setup) -> Pieces:
    """Make the pieces of an article that name its original; its line of articles.jsonl is `with_original`'s."""
    found = records_of(pieces)
    copy = replace(found, article=replace(found.article, duplicate_of=original))
    drawn = draw_article(copy, setup.one_page)
    digest = digest_of(copy.article, copy.stances, copy.map, setup.params.corpus)
    return {DIGEST: digest, ROW: drawn.row, LINE: drawn.line, PAGE: drawn.body}


def with_original(line: bytes, original: str) -> bytes:
    """Fill in what an article is a near-copy of."""
    before, _, after = line.rpartition(NOT_YET)
    return before + b'"duplicate_of": ' + dump_line(original).encode() + after
