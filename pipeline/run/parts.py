"""Part files: the results of one job; committed by rename, so that a part that is there is whole."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.kept.box import DamagedError, pack, unpack
from pipeline.kept.cache import KEY, Cache
from pipeline.records.whole import unique_scratch_of, whole
from pipeline.run.joined import Joined, join, joined
from pipeline.run.worker import JOINED, Worked


def part_name(number: int, key: str) -> str:
    """Name the part of a job by its place among all and by what it is made of."""
    return f"{number:08d}-{key}.part"


def write_part(path: Path, results: Iterable[Worked]) -> None:
    """Write the results of a job, in the form in which they are kept."""
    with whole(path, unique_scratch_of(path)) as scratch:
        scratch.write_bytes(pack({KEY: _key_of(path).encode(), **join(results)}))


def read_part(path: Path, cache: Cache | None = None) -> Joined:
    """Give the results of a job; they are kept in `cache` where all that they name is kept.

    Raises:
        DamagedError: the file is not what was written.
    """
    box = path.read_bytes()
    pieces = unpack(box)
    if pieces.pop(KEY, b"") != _key_of(path).encode():
        raise DamagedError
    found = joined(pieces)
    if cache and found.is_named:
        cache.put_box(JOINED, _key_of(path), box)
    return found


def is_done(path: Path) -> bool:
    """Tell whether a part is there and whole, from a run that was stopped; what failed then gets another chance."""
    try:
        return not read_part(path).failures
    except (OSError, DamagedError):
        return False


def _key_of(path: Path) -> str:
    return path.stem.partition("-")[2]
