"""Stage quotes: attributions and the ledger of speakers, from the parses."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from spacy.tokens import Doc

from pipeline.analysis.quotes import quotes_of
from pipeline.errors import InputError
from pipeline.keys import INTERMEDIATE
from pipeline.nlp import add_quotes, blank
from pipeline.params import Params
from pipeline.parses import read_parses
from pipeline.records import Article, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import output


def run(out: Path, params: Params) -> int:
    """Write quotes.jsonl and the ledger; return the number of attributions."""
    nlp = blank()
    components = add_quotes(nlp, params.quotes)
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    articles = read(out / "articles.jsonl", Article, "clean")
    parses = out / INTERMEDIATE / "parses.spacy"
    count = 0
    with output(out, "quotes") as file, output(out / INTERMEDIATE, "ledger") as ledger:
        for article, doc in _together(articles, read_parses(parses, nlp.vocab), parses):
            for component in components:
                doc = component(doc)
            quotes, entries = quotes_of(article, sentences.of(article.id), doc)
            file.put(dump_lines(quotes))
            ledger.put(dump_lines(entries))
            count += len(quotes)
        sentences.finish()
    return count


def _together(articles: Iterable[Article], docs: Iterable[Doc], path: Path) -> Iterator[tuple[Article, Doc]]:
    """Pair articles with their parses.

    Raises:
        InputError: the parses are those of other texts.
    """
    for article, doc in zip_longest(articles, docs):
        if article is None or doc is None or article.text != doc.text:
            raise InputError(
                "parses of other articles than those in articles.jsonl", str(path), "run `argmap entities` again"
            )
        yield article, doc
