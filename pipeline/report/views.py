"""Walk the output files of a run together, one article at a time."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import read
from pipeline.report.view import ArticleView, build_view


def views(out: Path) -> Iterator[ArticleView]:
    """Give what the report shows of each article.

    Raises:
        MissingArtifactError: a stage was left out.
        InputError: a file is of other articles than articles.jsonl.
    """
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda r: r.article)
    entities = Grouped(out / "entities.jsonl", Entity, "entities", lambda r: r.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda r: r.article)
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda r: r.article)
    speakers = Grouped(out / "speakers.jsonl", Speaker, "stance", lambda r: r.article)
    maps = Grouped(out / "maps.jsonl", ArgumentMap, "maps", lambda r: r.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        a = article.id
        said = sentences.of(a)
        yield build_view(
            article,
            said,
            entities.of(a),
            quotes.of(a),
            stances.of(a, len(said)),
            speakers.of(a),
            maps.of(a, 1)[0],
        )
    for group in (sentences, entities, quotes, stances, speakers, maps):
        group.finish()
