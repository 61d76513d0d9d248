"""From articles to sentences, entities, quotes and speakers, in a stream."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.analysis.entities import entities_of
from pipeline.analysis.quotes import quotes_of
from pipeline.analysis.sentences import sentences_of
from pipeline.analysis.text_records import TextRecords
from pipeline.nlp import add_quotes, build_nlp, parse
from pipeline.params import Params
from pipeline.parsing.docs import make_doc
from pipeline.records import Article, Sentence


@dataclass(frozen=True, slots=True)
class Analysis(TextRecords):
    """What is found in an article, with its parse."""

    doc: Doc


class Analyser:
    """Holds the loaded parser; one instance serves any number of articles."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.nlp: Language = build_nlp(params.entities)
        self.quote_components = add_quotes(self.nlp, params.quotes)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analyses in input order; a few articles are held at a time."""
        waiting: list[tuple[Article, list[Sentence]]] = []

        def docs() -> Iterator[Doc]:
            for article in articles:
                sentences = sentences_of(article, self.params.sentences)
                waiting.append((article, sentences))
                yield make_doc(self.nlp, article.text, sentences)

        for doc in parse(self.nlp, docs(), self.params.entities.batch_size):
            article, sentences = waiting.pop(0)
            for component in self.quote_components:
                doc = component(doc)
            quotes, ledger = quotes_of(article, sentences, doc)
            yield Analysis(article, sentences, entities_of(article, sentences, doc), quotes, ledger, doc)
