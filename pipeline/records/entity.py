"""A named entity of an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One line of entities.jsonl; labels are those of OntoNotes 5."""

    id: str  # "ARTICLE:e3", counted from 0 in order of the text
    article: str  # id in articles.jsonl
    sentence: str  # id in sentences.jsonl of the sentence where it begins
    start: int  # offset in the article's text
    end: int  # offset in the article's text, exclusive
    text: str  # the article's text from `start` to `end`
    label: str  # PERSON, NORP, FAC, ORG, GPE, LOC, LAW, DATE, MONEY, CARDINAL or another of OntoNotes 5
    entity: str  # canonical name of the person, body or place: the same for all its mentions in this article
    method: str  # the rule or list that decided it, such as known, title or gazetteer; model: the parser alone
