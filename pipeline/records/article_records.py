"""All records of one article together, and the way to read them from the files of a run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import read


@dataclass(frozen=True, slots=True)
class ArticleRecords:
    """All records of one article; the fields are named after the output files."""

    article: Article
    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    speakers: Sequence[Speaker]
    stances: Sequence[Stance]  # parallel to `sentences`
    map: ArgumentMap

    @property
    def names(self) -> dict[str | None, str]:
        """Names of the speakers by id; None, the article's own voice, has none."""
        return {speaker.id: speaker.name for speaker in self.speakers}


def read_articles(out: Path) -> Iterator[ArticleRecords]:
    """Yield the articles of a run, in order, one in memory at a time.

    Raises:
        MissingArtifactError: a file is not there; `fix` names its stage.
        InputError: a line is not a record, or a file belongs to other articles.
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
        yield ArticleRecords(
            article=article,
            sentences=said,
            entities=entities.of(a),
            quotes=quotes.of(a),
            speakers=speakers.of(a),
            stances=stances.of(a, len(said)),
            map=maps.of(a, 1)[0],
        )
    for group in (sentences, entities, quotes, stances, speakers, maps):
        group.finish()
