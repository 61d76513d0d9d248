"""Attributions and the speaker ledger of a parsed article as records."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from pipeline.analysis.places import SentenceIndex
from pipeline.keys import ATTRIBUTIONS, SPEAKERS
from pipeline.quotes.attribute import Attribution
from pipeline.records import SILENT, Article, LedgerEntry, Quote, Sentence, Span
from pipeline.speakers.resolve import ResolvedSpeaker


def quotes_of(article: Article, sentences: Sequence[Sentence], doc: Doc) -> tuple[list[Quote], list[LedgerEntry]]:
    """Read attributions and speakers off a document that the quote components have seen.

    Ids count from 0, of quotes in order of offset. What stands in bylines and boilerplate alone is left out.
    """
    speakers: list[ResolvedSpeaker] = doc._.get(SPEAKERS)
    speaker_of = {number: f"{article.id}:p{p}" for p, s in enumerate(speakers) for number in s.attributions}
    quotes = _quotes(article, SentenceIndex(sentences), doc, speaker_of)
    ids = {number: quote.id for number, quote in quotes.items()}
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
    return list(quotes.values()), ledger


def _quotes(article: Article, index: SentenceIndex, doc: Doc, speaker_of: Mapping[int, str]) -> dict[int, Quote]:
    """Give the quotes by the number of their attribution."""

    def chars(part: tuple[int, int]) -> Span:
        tokens = doc[part[0] : part[1]]
        return tokens.start_char, tokens.end_char

    attributions: list[Attribution] = doc._.get(ATTRIBUTIONS)
    quotes: dict[int, Quote] = {}
    for number, a in enumerate(attributions):
        content = tuple(chars(part) for part in a.content)
        touched = index.touched(content)
        if not touched or all(s.kind in SILENT for s in touched):
            continue
        quotes[number] = Quote(
            id=f"{article.id}:q{len(quotes)}",
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
    return quotes
