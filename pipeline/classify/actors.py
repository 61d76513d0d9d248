"""Known public positions of actors and roles (actors.tsv): a prior that the classifier weighs."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from pipeline.classify.examples import Example

Prior = Literal["pro", "anti"]
LONGEST_NAME = 3  # words of a person's name; longer ones are bodies
# `Democratic opponents`, `Republican critics`: such words say that a party's usual side is not theirs.
AGAINST_TYPE = frozenset(
    "opponent opponents critic critics foe foes rebel rebels dissenter dissenters defector defectors".split()
)
REMEMBERED = 1024  # speakers
SUBJECT_WORDS = 8  # of a sentence, where its subject is looked for


class Known(NamedTuple):
    """A line of actors.tsv: who, on which side, by which public record, as of which year."""

    kind: Literal["actor", "role"]
    name: str
    side: Prior
    record: str
    year: int


class _Table(NamedTuple):
    """The file by set of words of a name, by surname, and its roles by first word, with their place in the file."""

    actors: dict[frozenset[str], Known]
    surnames: dict[str, list[Known]]
    roles: dict[str, list[tuple[list[str], int, Known]]]


@cache
def known_actors() -> tuple[Known, ...]:
    """Read the file of positions."""
    text = files("pipeline.classify").joinpath("actors.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        Known("role" if kind == "role" else "actor", name, "pro" if side == "pro" else "anti", record, int(year))
        for kind, name, side, record, year in lines
    )


@cache
def _table() -> _Table:
    table = _Table({}, {}, {})
    for number, known in enumerate(known_actors()):
        name = _words(known.name)
        if known.kind == "role":
            for words in (known.name.split(), f"{known.name}s".split()):
                table.roles.setdefault(words[0], []).append((words, number, known))
            continue
        table.actors[frozenset(name)] = known
        if 1 < len(name) <= LONGEST_NAME:
            table.surnames.setdefault(name[-1], []).append(known)
    return table


def _words(name: str) -> list[str]:
    return [w.strip(".,").lower() for w in name.split()]


def _roles_in(words: list[str]) -> list[Known]:
    """List the roles that words name, in the singular or plural, in the order of the file."""
    by_first = _table().roles
    found = {
        number: known
        for n, word in enumerate(words)
        for role, number, known in by_first.get(word, ())
        if words[n : n + len(role)] == role
    }
    return [found[number] for number in sorted(found)]


def _agreed(found: list[Known]) -> Known | None:
    """The first of those found, where all are on one side."""
    return found[0] if len({known.side for known in found}) == 1 else None


def known_name(name: str) -> Known | None:
    """Find a person or body; names must agree word by word, initials aside.

    A surname that stands alone will do where all who bear it are on one side.
    """
    table = _table()
    words = _words(name)
    if len(words) == 1 and (bearer := _agreed(table.surnames.get(words[0], []))):
        return bearer
    return table.actors.get(frozenset(words)) or table.actors.get(frozenset(w for w in words if len(w) > 1))


def known_role(description: str) -> Known | None:
    """Find a role or party named in a description; None where none, or some of both sides, are named."""
    words = _words(description)
    return None if AGAINST_TYPE.intersection(words) else _agreed(_roles_in(words))


@lru_cache(REMEMBERED)
def known_speaker(name: str, description: str) -> Known | None:
    """Find what is on public record of a speaker: by name, else by role or party."""
    return known_name(name) or known_role(f"{name} {description}")


def known_of(example: Example) -> Known | None:
    """Find what is on public record of a sentence's speaker; None where it has no speaker."""
    return known_speaker(example.speaker, example.description) if example.speaker_id else None


def sides_of_subject(text: str) -> set[Prior]:
    """Collect the sides of surnames, acronyms and roles at the head of a sentence: who sues, signs or votes."""
    table = _table()
    head = text.split(None, SUBJECT_WORDS)[:SUBJECT_WORDS]
    tokens = [token.strip('“”"‘.,').removesuffix("’s").removesuffix("'s") for token in head]
    words = [token.lower() for token in tokens]
    sides = {known.side for known in _roles_in(words)}
    for token, word in zip(tokens, words, strict=True):
        if token[:1].isupper() and (bearer := _agreed(table.surnames.get(word, []))):
            sides.add(bearer.side)
        if token.isupper() and (body := table.actors.get(frozenset({word}))):
            sides.add(body.side)
    return sides
