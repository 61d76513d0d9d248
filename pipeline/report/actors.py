"""What the corpus view shows of actors.jsonl: by position, the actors heard in most articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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


def by_position(actors: Iterable[Actor], needed: Iterable[str]) -> tuple[list[ActorsOfPosition], dict[str, str]]:
    """Take those heard most of each position, and the names of all `needed` ids."""
    ids = frozenset(needed)
    groups = {position: ActorsOfPosition(position) for position in POSITIONS}
    names: dict[str, str] = {}
    for actor in actors:
        groups[actor.position].add(actor)
        if actor.id in ids:
            names[actor.id] = actor.name
    for group in groups.values():
        group.cut()
    return list(groups.values()), names
