"""The rows of one article for each table."""

import json
from typing import Any

from pipeline.records import Article, Quote, Sentence, Span, Speaker, Stance
from pipeline.records.article_records import ArticleRecords

Row = dict[str, Any]
GAP = " … "  # between the parts of a content that the source interrupts


def article_rows(found: ArticleRecords, outlet: int) -> dict[str, list[Row]]:
    """Give the rows by table; `outlet` is the number of the article's outlet."""
    text, article = found.article.text, found.article.id
    return {
        "articles": [_article(found.article, outlet)],
        "speakers": [_speaker(speaker) for speaker in found.speakers],
        "sentences": [_sentence(s, stance) for s, stance in zip(found.sentences, found.stances, strict=True)],
        "entities": [_fields(e, "id article sentence text label entity method start end") for e in found.entities],
        "quotes": [_quote(quote, text) for quote in found.quotes],
        "quote_sentences": [{"quote": q.id, "sentence": sentence} for q in found.quotes for sentence in q.sentences],
        "nodes": [
            {"article": article} | _fields(n, "id type text stance speaker sentence restates confidence start end")
            for n in found.map.nodes
        ],
        "edges": [{"article": article} | _fields(e, "source target relation confidence why") for e in found.map.edges],
    }


def _fields(record: Any, names: str) -> Row:
    return {name: getattr(record, name) for name in names.split()}


def _article(article: Article, outlet: int) -> Row:
    row = _fields(article, "id title published url duplicate_of text source_file sha256")
    return row | {"outlet": outlet, "authors": ", ".join(article.authors)}


def _speaker(speaker: Speaker) -> Row:
    return (
        _fields(speaker, "id article name kind role affiliation position")
        | _fields(speaker.stance, "pro anti neutral")
        | {"quotes": len(speaker.quotes), "mentions": json.dumps(speaker.mentions)}
    )


def _sentence(sentence: Sentence, stance: Stance) -> Row:
    return (
        _fields(sentence, "id article paragraph kind text start end")
        | {"number": sentence.index, "why": "; ".join(stance.why)}
        | _fields(stance, "label speaker voice uncertain")
        | _fields(stance.scores, "pro anti neutral")
    )


def _quote(quote: Quote, text: str) -> Row:
    row = _fields(quote, "id article speaker type asserted confidence why")
    row["content"] = GAP.join(text[start:end] for start, end in quote.content)
    row["content_spans"] = json.dumps(quote.content)
    row["content_start"], row["content_end"] = quote.content[0][0], quote.content[-1][1]
    for name, span in (("cue", quote.cue), ("source", quote.source)):
        row |= _part(name, span, text)
    return row


def _part(name: str, span: Span | None, text: str) -> Row:
    start, end = span or (None, None)
    return {name: text[start:end] if span else None, f"{name}_start": start, f"{name}_end": end}
