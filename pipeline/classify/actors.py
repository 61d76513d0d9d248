"""Known public positions of actors and roles (actors.tsv): a prior that the classifier weighs."""

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Prior = Literal["pro", "anti"]
LONGEST_NAME = 3  # words of a person's name; longer ones are bodies
SUBJECT_WORDS = 8  # of a sentence, where its subject is looked for


class _Table(NamedTuple):
    actors: dict[frozenset[str], Prior]
    surnames: dict[str, set[Prior]]
    roles: list[tuple[str, Prior]]


@cache
def _table() -> _Table:
    table = _Table({}, {}, [])
    text = files("pipeline.classify").joinpath("actors.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        what, words, position, *_ = line.split("\t")
        side: Prior = "pro" if position == "pro" else "anti"
        if what == "role":
            table.roles.append((f" {words} ", side))
            continue
        name = _words(words)
        table.actors[frozenset(name)] = side
        if 1 < len(name) <= LONGEST_NAME:
            table.surnames.setdefault(name[-1], set()).add(side)
    return table


def _words(name: str) -> list[str]:
    return [w.strip(".,").lower() for w in name.split()]


def _roles_in(words: list[str]) -> set[Prior]:
    text = f" {' '.join(words)} "
    return {side for role, side in _table().roles if role in text or f"{role.rstrip()}s " in text}


def prior_of_name(name: str) -> Prior | None:
    """Give the documented position of a person or body; names must agree word by word, initials aside.

    A surname that stands alone will do where all who bear it are on one side.
    """
    table = _table()
    words = _words(name)
    if len(words) == 1 and len(sides := table.surnames.get(words[0], set())) == 1:
        return next(iter(sides))
    return table.actors.get(frozenset(words)) or table.actors.get(frozenset(w for w in words if len(w) > 1))


def prior_of_role(description: str) -> Prior | None:
    """Give the side of a role or party named in a description; None where none or both are named."""
    sides = _roles_in(_words(description))
    return sides.pop() if len(sides) == 1 else None


@cache
def prior_of_speaker(name: str, description: str) -> Prior | None:
    """Give the position of a speaker: by name, else by role."""
    return prior_of_name(name) or prior_of_role(f"{name} {description}")


def sides_of_subject(text: str) -> set[Prior]:
    """Collect the sides of surnames, acronyms and roles at the head of a sentence: who sues, signs or votes."""
    table = _table()
    head = text.split(None, SUBJECT_WORDS)[:SUBJECT_WORDS]
    tokens = [token.strip('“”"‘.,').removesuffix("’s").removesuffix("'s") for token in head]
    words = [token.lower() for token in tokens]
    sides = _roles_in(words)
    for token, word in zip(tokens, words, strict=True):
        if token[:1].isupper() and len(bearers := table.surnames.get(word, set())) == 1:
            sides |= bearers
        if token.isupper() and (side := table.actors.get(frozenset({word}))):
            sides.add(side)
    return sides
