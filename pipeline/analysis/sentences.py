"""Sentences of an article as records."""

from pipeline.params import SentencesParams
from pipeline.records import Article, Sentence
from pipeline.text.sentences import split_sentences


def sentences_of(article: Article, params: SentencesParams) -> list[Sentence]:
    """Split an article's blocks; ids count from 0 in order of offset."""
    found = split_sentences(article.text, article.blocks, params.max_sentence_chars)
    return [
        Sentence(
            id=f"{article.id}:s{index}",
            article=article.id,
            index=index,
            start=s.start,
            end=s.end,
            text=article.text[s.start : s.end],
            kind=s.kind,
            paragraph=s.paragraph,
        )
        for index, s in enumerate(found)
    ]
