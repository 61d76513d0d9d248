"""What the corpus view shows of actors.jsonl: by position, the actors heard in most articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.records import Actor, Appearance, Position

POSITIONS: tuple[Position, ...] = ("pro", "anti", "mixed", "neutral")
MOST = 40  # actors of a position on the page; all are in the file
MOST_ARTICLES = 40  # of an actor


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor, and the articles that are shown of those in which they are heard."""

    of: Actor  # without the appearances, of which there may be thousands
    count: int  # of articles
    distinct_count: int
    seen: tuple[Appearance, ...]


@dataclass(slots=True)
class ActorsOfPosition:
    """The actors of a position that are shown, and how many there are."""

    position: Position
    shown: list[ActorView] = field(default_factory=list)
    count: int = 0
    least: int = 0  # articles; who is heard in no more is not shown

    def add(self, actor: Actor) -> None:
        """Count an actor, and keep it while no `MOST` others are heard more."""
        self.count += 1
        if len(actor.appearances) > self.least:
            self.shown.append(_view(actor))
            if len(self.shown) > 2 * MOST:
                self.cut()
                self.least = self.shown[-1].count - 1  # who changed side may come before one who is heard as often

    def cut(self) -> None:
        """Keep those who are heard most; who changed side comes before who did not."""
        self.shown.sort(key=lambda a: (-a.count, -len(a.of.flips)))
        del self.shown[MOST:]


def _view(actor: Actor) -> ActorView:
    met = actor.appearances
    distinct = sum(not a.duplicate for a in met)
    return ActorView(replace(actor, appearances=()), len(met), distinct, met[:MOST_ARTICLES])


class Positions:
    """The actors heard most of each position, and the names of those who are `needed`, by id."""

    def __init__(self, needed: Iterable[str]) -> None:
        self._needed = frozenset(needed)
        self._groups = {position: ActorsOfPosition(position) for position in POSITIONS}
        self.names: dict[str, str] = {}

    def wants(self, line: Any) -> bool:
        """Tell of an actor's JSON whether it must be added; who is not shown is counted here."""
        group = self._groups[line["position"]]
        if line["id"] in self._needed or len(line["appearances"]) > group.least:
            return True
        group.count += 1
        return False

    def add(self, actor: Actor) -> None:
        """Add an actor."""
        self._groups[actor.position].add(actor)
        if actor.id in self._needed:
            self.names[actor.id] = actor.name

    def groups(self) -> list[ActorsOfPosition]:
        """Give the positions with those who are shown."""
        for group in self._groups.values():
            group.cut()
        return list(self._groups.values())
