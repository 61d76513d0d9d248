"""Write a comparison as JSON: the fields of `Comparison`, one article a line."""

import json
from collections.abc import Iterable, Iterator

from pipeline.compare.result import ArticleDiff, Totals
from pipeline.records.jsonl import dump_line, plain


def json_pieces(totals: Totals, articles: Iterable[ArticleDiff]) -> Iterator[str]:
    """Give the pieces of one JSON object, article by article."""
    yield "{\n"
    for name, value in plain(totals).items():
        yield f'"{name}": {json.dumps(value, ensure_ascii=False)},\n'
    yield '"articles": ['
    separator = "\n"
    for article in articles:
        yield separator + dump_line(article)
        separator = ",\n"
    yield "\n]\n}\n"
