"""Stage entities: parse every article once; keep the parses for the stage quotes."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from pipeline.analysis.entities import entities_of
from pipeline.docs import make_doc
from pipeline.keys import INTERMEDIATE
from pipeline.nlp import build_nlp, parse
from pipeline.params import Params
from pipeline.parses import write_parses
from pipeline.records import Article, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import output


def run(out: Path, params: Params) -> int:
    """Write entities.jsonl and the parses; return the number of entities."""
    nlp = build_nlp(params.entities)
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    waiting: list[tuple[Article, list[Sentence]]] = []
    count = 0

    def prepared() -> Iterator[Doc]:
        for article in read(out / "articles.jsonl", Article, "clean"):
            waiting.append((article, sentences.of(article.id)))
            yield make_doc(nlp, article.text, waiting[-1][1])
        sentences.finish()

    with output(out, "entities") as file:

        def parsed() -> Iterator[Doc]:
            nonlocal count
            for doc in parse(nlp, prepared(), params.entities.batch_size):
                found = entities_of(*waiting.pop(0), doc)
                file.put(dump_lines(found))
                count += len(found)
                yield doc

        write_parses(out / INTERMEDIATE / "parses.spacy", parsed())
    return count
