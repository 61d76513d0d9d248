"""Known public positions of actors and roles (actors.tsv): a prior that the classifier weighs."""

from functools import cache
from importlib.resources import files
from typing import Literal

Prior = Literal["pro", "anti"]


@cache
def _table() -> tuple[dict[frozenset[str], Prior], list[tuple[str, Prior]]]:
    actors: dict[frozenset[str], Prior] = {}
    roles: list[tuple[str, Prior]] = []
    text = files("pipeline.classify").joinpath("actors.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        what, words, position, *_ = line.split("\t")
        side: Prior = "pro" if position == "pro" else "anti"
        if what == "actor":
            actors[frozenset(_words(words))] = side
        else:
            roles.append((f" {words} ", side))
    return actors, roles


def _words(name: str) -> list[str]:
    return [w.strip(".,").lower() for w in name.split()]


def prior_of_name(name: str) -> Prior | None:
    """Give the documented position of a person or body; names must agree word by word, initials aside."""
    actors, _ = _table()
    words = _words(name)
    return actors.get(frozenset(words)) or actors.get(frozenset(w for w in words if len(w) > 1))


def prior_of_role(description: str) -> Prior | None:
    """Give the side of a role or party named in a description; None where none or both are named."""
    _, roles = _table()
    text = f" {' '.join(_words(description))} "
    sides = {side for words, side in roles if words in text or f"{words.rstrip()}s " in text}
    return sides.pop() if len(sides) == 1 else None
