"""The results of a job's articles strung together: few large pieces in place of many small ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

import orjson

from pipeline.kept.box import DamagedError, Pieces, pack, unpack
from pipeline.records import Failure
from pipeline.records.jsonl import adapter, dump_line
from pipeline.run.pieces import PAGE, SIGNATURE
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
        """Give all pieces of one article but its page."""
        return {name: self.one(at, name) for name in self._pieces if name != PAGE}

    def page(self, at: int) -> Pieces:
        """Give an article's page, which must be among the pieces."""
        return unpack(self.one(at, PAGE))


def join(results: Iterable[Worked]) -> Mapping[str, bytes | bytearray]:
    """String the results of articles together, to be packed; pages, the largest of them, are packed one by one before."""
    pieces: defaultdict[str, bytearray] = defaultdict(bytearray)
    sizes: defaultdict[str, dict[int, int]] = defaultdict(dict)
    ids, failures, kept = [], [], []
    for at, worked in enumerate(results):
        ids.append(worked.id)
        kept.append(worked.kept)
        if worked.failure:
            failures.append([at, dump_line(worked.failure)])
        for name, piece in worked.pieces.items():
            data = pack({PAGE: piece}) if name == PAGE else piece
            pieces[name] += data
            sizes[name][at] = len(data)
    of_all = {name: [found.get(at, 0) for at in range(len(ids))] for name, found in sizes.items()}
    head = {"ids": ids, "failures": failures, "kept": kept, "sizes": of_all}
    return {HEAD: orjson.dumps(head), **pieces}


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
