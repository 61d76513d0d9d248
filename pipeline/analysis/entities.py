"""Entities of a parsed article as records."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.analysis.places import SentenceIndex
from pipeline.records import Article, Entity, Sentence


def entities_of(article: Article, sentences: Sequence[Sentence], doc: Doc) -> list[Entity]:
    """Read the mended entities off a document; ids count from 0 in order of offset.

    One that reaches over the end of a sentence is left out: where a space is missing, a token may hold such an end.
    """
    index = SentenceIndex(sentences)
    out: list[Entity] = []
    for e in doc.ents:
        touched = index.touched([(e.start_char, e.end_char)])
        if not touched or e.start_char < touched[0].start or e.end_char > touched[0].end:
            continue
        out.append(
            Entity(
                id=f"{article.id}:e{len(out)}",
                article=article.id,
                sentence=touched[0].id,
                start=e.start_char,
                end=e.end_char,
                text=e.text,
                label=e.label_,
                entity=e.kb_id_ or e.text,
                method=e.id_ or "model",
            )
        )
    return out
