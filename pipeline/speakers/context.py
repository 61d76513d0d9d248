"""What is known of an article while its attributions are resolved in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Entity

from pipeline.quotes.tree import Tree
from pipeline.records import SpeakerKind
from pipeline.speakers.naming import name_of
from pipeline.speakers.people import People

Key = tuple[SpeakerKind, str]  # kind and name of a speaker


@dataclass(slots=True)
class Said:
    """One who has spoken, for pronouns and continuing speech."""

    key: Key
    sentence: int
    para: int  # where the content begins its last part
    at: int  # token


class Context:
    """The tree, its entities and persons, and who has spoken so far."""

    def __init__(self, tree: Tree, ents: Sequence[Entity]) -> None:
        self.tree = tree
        self.people = People(tree, ents)
        self.entity_at: dict[int, Entity] = {i: e for e in ents for i in range(e.start, e.end)}
        self.history: list[Said] = []

    def person_at(self, i: int) -> str | None:
        """Name the person that a token mentions by name."""
        e = self.entity_at.get(i)
        return name_of(e) if e is not None and e.label_ == "PERSON" else None
