"""Stage entities: parse every article once; keep the parses for the stage quotes."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.language import Language

from pipeline.analysis.entities import entities_of
from pipeline.kept.box import Pieces
from pipeline.kept.fingerprint import TEXT_CODE, TEXT_PACKAGES
from pipeline.kept.recall import recall
from pipeline.keys import INTERMEDIATE
from pipeline.nlp import build_nlp, parse
from pipeline.params import Params
from pipeline.parsing.docs import make_doc
from pipeline.parsing.parses import dump_parse, parses_file, put_parse
from pipeline.records import Article, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_line, dump_lines, read
from pipeline.records.output import output

Item = tuple[Article, list[Sentence]]


def run(out: Path, params: Params) -> int:
    """Write entities.jsonl and the parses; return the number of entities."""
    p = params.entities
    count = 0

    @cache
    def nlp() -> Language:  # loaded when the first article must be parsed
        return build_nlp(p)

    def make(items: list[Item]) -> Iterator[Pieces]:
        docs = (make_doc(nlp(), article.text, sentences) for article, sentences in items)
        for item, doc in zip(items, parse(nlp(), docs, p.batch_size), strict=True):
            yield {"entities": dump_lines(entities_of(*item, doc)), "parse": dump_parse(doc)}

    with (
        recall(out, "entities", TEXT_CODE, (*TEXT_PACKAGES, p.parser), p) as kept,
        output(out, "entities") as file,
        parses_file(out / INTERMEDIATE / "parses.spacy") as parses,
    ):

        def key(item: Item) -> str:
            return kept.key(dump_line(item[0]), dump_lines(item[1]))

        for pieces in kept.pieces(_articles(out), key, make):
            file.put(pieces["entities"])
            put_parse(parses, pieces["parse"])
            count += pieces["entities"].count(b"\n")
    return count


def _articles(out: Path) -> Iterator[Item]:
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        yield article, sentences.of(article.id)
    sentences.finish()
