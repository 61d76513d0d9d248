"""Cut articles into jobs, each a run of consecutive ids with a part file of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipeline.kept.cache import Used
from pipeline.kept.fingerprint import hash_of
from pipeline.run.setup import Setup
from pipeline.text.raw import RawArticle

SMALLEST, LARGEST = 4, 256  # articles; few enough to redo
JOBS = 64  # so many jobs a run, at least, where the bounds allow


@dataclass(frozen=True, slots=True)
class Job:
    """Consecutive articles and the part file of their results."""

    part: Path
    raws: tuple[RawArticle, ...]


def size_of_jobs(articles: int) -> int:
    """Choose how many articles a job has; it depends on their number alone, so that a later run finds its parts."""
    return min(max(articles // JOBS, SMALLEST), LARGEST)


def cut(raws: Iterable[RawArticle], count: int, setup: Setup, folder: Path, used: Used) -> Iterator[Job]:
    """Yield the jobs in order of id; a part's name tells its place and all that it was made of."""
    source = iter(raws)
    size = size_of_jobs(count)
    number = 0
    while group := tuple(islice(source, size)):
        keys = [key for raw in group for key in setup.keys(raw)]
        used.add(*keys)
        yield Job(folder / f"{number:08d}-{hash_of(*keys)}.part", group)
        number += 1
