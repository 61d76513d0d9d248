"""Stances and speakers of an article as records."""

from collections.abc import Sequence

from pipeline.classify.examples import examples_of
from pipeline.classify.model import StanceModel
from pipeline.params import StanceParams
from pipeline.records import (
    Article,
    LedgerEntry,
    Quote,
    Scores,
    Sentence,
    Speaker,
    Stance,
    StanceCounts,
    position_of,
    voice_of,
)


def stances_of(
    article: Article,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    ledger: Sequence[LedgerEntry],
    model: StanceModel,
    params: StanceParams,
) -> list[Stance]:
    """Label every sentence, in order; bylines and boilerplate are neutral by rule."""
    examples = examples_of(article, sentences, quotes, ledger)
    labelled = model.label(examples, params)
    return [
        Stance(
            sentence=s.id,
            article=article.id,
            label=found.label,
            scores=Scores(pro=found.scores["pro"], anti=found.scores["anti"], neutral=found.scores["neutral"]),
            uncertain=found.uncertain,
            speaker=e.speaker_id,
            voice=voice_of(e.kind, e.quote, e.speaker_id),
            why=found.why,
        )
        for s, e, found in zip(sentences, examples, labelled, strict=True)
    ]


def speakers_of(ledger: Sequence[LedgerEntry], stances: Sequence[Stance]) -> list[Speaker]:
    """Complete the ledger with the stances of each speaker's sentences."""
    out: list[Speaker] = []
    for entry in ledger:
        labels = [s.label for s in stances if s.speaker == entry.id]
        counts = StanceCounts(pro=labels.count("pro"), anti=labels.count("anti"), neutral=labels.count("neutral"))
        out.append(
            Speaker(
                id=entry.id,
                article=entry.article,
                name=entry.name,
                kind=entry.kind,
                role=entry.role,
                affiliation=entry.affiliation,
                mentions=entry.mentions,
                quotes=entry.quotes,
                stance=counts,
                position=position_of(counts),
            )
        )
    return out
