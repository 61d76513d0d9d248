"""Walk the output files of a run together: all that was found in one article after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a run found in one article; `stances` are those of `sentences`, in their order."""

    article: Article
    sentences: Sequence[Sentence]
    stances: Sequence[Stance]
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    speakers: Sequence[Speaker]
    map: ArgumentMap


def found_articles(out: Path) -> Iterator[Found]:
    """Give one article after the other, in the order of the files; holds one at a time.

    Raises:
        MissingArtifactError: an output file is not there.
        InputError: the files are not of one run.
    """
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda r: r.article)
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda r: r.article)
    entities = Grouped(out / "entities.jsonl", Entity, "entities", lambda r: r.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda r: r.article)
    speakers = Grouped(out / "speakers.jsonl", Speaker, "stance", lambda r: r.article)
    maps = Grouped(out / "maps.jsonl", ArgumentMap, "maps", lambda r: r.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        rows = sentences.of(article.id)
        yield Found(
            article=article,
            sentences=rows,
            stances=stances.of(article.id, len(rows)),
            entities=entities.of(article.id),
            quotes=quotes.of(article.id),
            speakers=speakers.of(article.id),
            map=maps.of(article.id, 1)[0],
        )
    for group in (sentences, stances, entities, quotes, speakers, maps):
        group.finish()
