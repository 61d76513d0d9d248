"""Stage quotes: attributions and the ledger of speakers, from the parses."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from pipeline.analysis.quotes import quotes_of
from pipeline.errors import InputError
from pipeline.kept.box import Pieces
from pipeline.kept.fingerprint import TEXT_CODE, TEXT_PACKAGES
from pipeline.kept.recall import recall
from pipeline.keys import INTERMEDIATE
from pipeline.nlp import add_quotes, blank
from pipeline.params import Params
from pipeline.parsing.parses import is_parse_of, load_parse, read_parses
from pipeline.records import Article, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_line, dump_lines, read
from pipeline.records.output import output


class Item(NamedTuple):
    """An article with its sentences and its parse, as bytes."""

    article: Article
    sentences: list[Sentence]
    parse: bytes


def run(out: Path, params: Params) -> int:
    """Write quotes.jsonl and the ledger; return the number of attributions."""
    p = params.quotes
    nlp = blank()
    components = add_quotes(nlp, p)
    count = 0

    def make(items: list[Item]) -> Iterator[Pieces]:
        for article, sentences, parse in items:
            doc = load_parse(parse, nlp.vocab)
            for component in components:
                doc = component(doc)
            quotes, ledger = quotes_of(article, sentences, doc)
            yield {"quotes": dump_lines(quotes), "ledger": dump_lines(ledger)}

    with (
        recall(out, "quotes", TEXT_CODE, TEXT_PACKAGES, p) as kept,
        output(out, "quotes") as file,
        output(out / INTERMEDIATE, "ledger") as ledger,
    ):

        def key(item: Item) -> str:
            return kept.key(dump_line(item.article), dump_lines(item.sentences), item.parse)

        for pieces in kept.pieces(_articles(out), key, make):
            file.put(pieces["quotes"])
            ledger.put(pieces["ledger"])
            count += pieces["quotes"].count(b"\n")
    return count


def _articles(out: Path) -> Iterator[Item]:
    """Pair articles with their sentences and parses.

    Raises:
        InputError: the parses are those of other texts.
    """
    path = out / INTERMEDIATE / "parses.spacy"
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    for article, parse in zip_longest(read(out / "articles.jsonl", Article, "clean"), read_parses(path)):
        if article is None or parse is None or not is_parse_of(parse, article.text):
            raise InputError(
                "parses of other articles than those in articles.jsonl", str(path), "run `argmap entities` again"
            )
        yield Item(article, sentences.of(article.id), parse)
    sentences.finish()
