"""Sentences that may be labelled next, from the outputs of a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.queue.done import read_done
from pipeline.classify.actors import Known, known_speaker
from pipeline.records import SILENT, Scores
from pipeline.records.article_records import ArticleRecords, read_articles

FEWEST_WORDS = 4  # a shorter sentence is a fragment that teaches little


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence with what the model thinks of it and whose position it is."""

    article: str
    sentence: str
    start: int
    end: int
    text: str
    scores: Scores
    speaker: str | None  # an id
    known: Known | None  # what is on public record of the speaker

    @property
    def side(self) -> float:
        """How far the model leans to pro, from -1 (anti) to 1."""
        return self.scores.pro - self.scores.anti


def candidates_of(found: ArticleRecords) -> Iterator[Candidate]:
    """Yield the sentences of an article that may take a side."""
    about = {s.id: (s.name, " ".join(filter(None, (s.role, s.affiliation)))) for s in found.speakers}
    for sentence, stance in zip(found.sentences, found.stances, strict=True):
        if sentence.kind in SILENT or len(sentence.text.split()) < FEWEST_WORDS:
            continue
        yield Candidate(
            article=sentence.article,
            sentence=sentence.id,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            scores=stance.scores,
            speaker=stance.speaker,
            known=known_speaker(*about[stance.speaker]) if stance.speaker in about else None,
        )


def read_candidates(out: Path, annotations: Path) -> list[Candidate]:
    """List the sentences of a run that nobody has annotated, near-copies of other articles left out.

    Of an article annotated in part, the sentences without a row stay. A sentence that stands word by word in an
    annotated article, as in another outlet's copy of it, is left out too.

    Raises:
        MissingArtifactError: a file of the run is not there.
    """
    done = read_done(annotations)
    return [
        candidate
        for found in read_articles(out)
        if found.article.duplicate_of is None and found.article.id not in done.whole
        for candidate in candidates_of(found)
        if not done.holds(candidate.article, candidate.start, candidate.end, candidate.text)
    ]
