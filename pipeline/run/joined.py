"""The results of a job's articles strung together: few large pieces in place of many small ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

import orjson

from pipeline.kept.box import DamagedError, Pieces
from pipeline.records import Failure
from pipeline.records.jsonl import adapter, dump_line
from pipeline.run.pieces import SIGNATURE
from pipeline.run.setup import Keys
from pipeline.run.worker import Worked

HEAD = "head"


@dataclass(frozen=True, slots=True)
class Joined:
    """Results of consecutive articles. What belongs to an article is asked for by its place among them."""

    ids: list[str]
    failures: dict[int, Failure]  # of those that failed, whose pieces are empty
    kept: list[Keys | None]  # where an article's page is kept, unless it is among the pieces
    _pieces: Pieces
    _bounds: dict[str, list[int]]  # of every article's bytes in each piece, beginning with 0

    @property
    def is_named(self) -> bool:
        """Tell whether all articles are there and their pages elsewhere."""
        return not self.failures and all(self.kept)

    def all(self, name: str) -> bytes:
        """Give a piece of all articles."""
        return self._pieces.get(name, b"")

    def one(self, at: int, name: str) -> bytes:
        """Give a piece of one article; empty where it has none."""
        bounds = self._bounds.get(name)
        return self._pieces[name][bounds[at] : bounds[at + 1]] if bounds else b""

    def signed(self) -> list[tuple[str, bytes | None]]:
        """Give the articles with the signatures of those that did not fail."""
        return [(name, None if n in self.failures else self.one(n, SIGNATURE)) for n, name in enumerate(self.ids)]

    def pieces(self, at: int) -> Pieces:
        """Give all pieces of one article."""
        return {name: self.one(at, name) for name in self._pieces}


def join(results: Iterable[Worked]) -> Pieces:
    """String the results of articles together, to be packed."""
    together = list(results)
    pieces: Pieces = {}
    sizes: dict[str, list[int]] = {}
    for name in dict.fromkeys(name for worked in together for name in worked.pieces):
        of_each = [worked.pieces.get(name, b"") for worked in together]
        pieces[name] = b"".join(of_each)
        sizes[name] = list(map(len, of_each))
    head = {
        "ids": [worked.id for worked in together],
        "failures": [[n, dump_line(worked.failure)] for n, worked in enumerate(together) if worked.failure],
        "kept": [worked.kept for worked in together],
        "sizes": sizes,
    }
    return {HEAD: orjson.dumps(head)} | pieces


def joined(pieces: Pieces) -> Joined:
    """Read what `join` gave.

    Raises:
        DamagedError: it is something else.
    """
    try:
        head = orjson.loads(pieces[HEAD])
        bounds = {name: [0, *accumulate(sizes)] for name, sizes in head["sizes"].items()}
        return Joined(
            head["ids"],
            {n: adapter(Failure).validate_json(line) for n, line in head["failures"]},
            [(keys[0], keys[1]) if keys else None for keys in head["kept"]],
            {name: pieces[name] for name in bounds},
            bounds,
        )
    except (LookupError, TypeError, ValueError) as error:
        raise DamagedError from error
