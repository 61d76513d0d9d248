"""A named entity of an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One line of entities.jsonl; labels are those of OntoNotes 5."""

    id: str  # "ARTICLE:e3"
    article: str
    sentence: str
    start: int
    end: int
    text: str
    label: str
    entity: str  # canonical name in this article
    method: str  # the rule or model that decided it
