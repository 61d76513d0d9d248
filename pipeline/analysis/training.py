"""Labelled examples from annotated articles, for the classifier to learn from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.analysis.analyser import Analyser, Analysis
from pipeline.analysis.intake import clean_article
from pipeline.classify.examples import Example, examples_of
from pipeline.gold.corpus import AnnotatedArticle
from pipeline.gold.pairing import pair_sentences
from pipeline.gold.voices import voice_of_row
from pipeline.params import TrainParams
from pipeline.progress import track
from pipeline.records import SILENT


@dataclass(frozen=True, slots=True)
class LabelledExample:
    """An example with its annotated stance; genre and voice group the scores, the outlet groups the folds."""

    example: Example
    stance: str  # empty where nothing is to be learnt: see `labelled`
    genre: str
    outlet: str
    voice: str
    real: bool  # of a real article, not one that was authored to learn from


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated article beside what the pipeline makes of it."""

    annotated: AnnotatedArticle
    found: Analysis
    examples: list[Example]


def readings(corpus: Sequence[AnnotatedArticle], analyser: Analyser, stage: str) -> Iterator[Reading]:
    """Yield, article by article, what a reader said and what the pipeline finds; `stage` names the progress bar."""
    cleaned = (clean_article(a.raw, None) for a in corpus)
    for annotated, found in zip(track(corpus, stage), analyser(cleaned), strict=True):
        yield Reading(annotated, found, examples_of(found.article, found.sentences, found.quotes, found.ledger))


def labelled(reading: Reading) -> list[LabelledExample]:
    """Join the sentences of an article with its annotated rows.

    Voices and speakers are the pipeline's own, as they will be at work. Sentences that are never stanced, and those
    that no row touches, are left out of training but kept in place: their stance is an empty string.
    """
    rows = pair_sentences(reading.found.sentences, reading.annotated.rows)
    card = reading.annotated.card
    return [
        LabelledExample(
            example=e,
            stance=row.stance if row and e.kind not in SILENT else "",
            genre=card.genre or "",
            outlet=card.source or card.id,
            voice=voice_of_row(row) if row else "",
            real=card.origin == "real",
        )
        for e, row in zip(reading.examples, rows, strict=True)
    ]


def weights_of(rows: Sequence[LabelledExample], params: TrainParams) -> list[float]:
    """Weigh rows for the fit: what users annotate is what they want labelled, and is seldom much."""
    return [params.real_weight if row.real else 1.0 for row in rows]


def usable(articles: Iterable[Sequence[LabelledExample]]) -> list[LabelledExample]:
    """Flatten to the examples that carry a label."""
    return [e for article in articles for e in article if e.stance]
