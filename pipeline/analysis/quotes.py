"""Attributions and the speaker ledger of a parsed article as records."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.analysis.places import SentenceIndex
from pipeline.keys import ATTRIBUTIONS, SPEAKERS
from pipeline.quotes.attribute import Attribution
from pipeline.records import Article, LedgerEntry, Quote, Sentence, Span
from pipeline.speakers.resolve import ResolvedSpeaker


def quotes_of(article: Article, sentences: Sequence[Sentence], doc: Doc) -> tuple[list[Quote], list[LedgerEntry]]:
    """Read attributions and speakers off a document that the quote components have seen."""
    index = SentenceIndex(sentences)
    attributions: list[Attribution] = doc._.get(ATTRIBUTIONS)
    speakers: list[ResolvedSpeaker] = doc._.get(SPEAKERS)
    speaker_of = {number: f"{article.id}:p{p}" for p, s in enumerate(speakers) for number in s.attributions}

    def chars(pair: tuple[int, int]) -> Span:
        return doc[pair[0]].idx, doc[pair[1] - 1].idx + len(doc[pair[1] - 1])

    quotes: list[Quote] = []
    ids: dict[int, str] = {}
    for number, a in enumerate(attributions):
        content = tuple(chars(part) for part in a.content)
        touched = index.touched(content)
        if not touched or all(s.kind in ("boilerplate", "byline") for s in touched):
            continue
        ids[number] = f"{article.id}:q{len(quotes)}"
        quotes.append(
            Quote(
                id=ids[number],
                article=article.id,
                type=a.type,
                content=content,
                cue=chars(a.cue) if a.cue else None,
                source=chars(a.source) if a.source else None,
                speaker=speaker_of.get(number),
                sentences=tuple(s.id for s in touched),
                confidence=a.confidence,
                why=a.why,
                asserted=a.asserted,
            )
        )
    ledger = [
        LedgerEntry(
            id=f"{article.id}:p{p}",
            article=article.id,
            name=s.name,
            kind=s.kind,
            role=s.role,
            affiliation=s.affiliation,
            mentions=tuple(s.mentions),
            quotes=tuple(ids[n] for n in s.attributions if n in ids),
        )
        for p, s in enumerate(speakers)
    ]
    return quotes, ledger
