"""Cut articles into jobs, each a run of consecutive ids with a part file of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.kept.cache import Cache, Used
from pipeline.kept.fingerprint import code_of, hash_of
from pipeline.run.parts import is_done, part_name
from pipeline.run.setup import Setup
from pipeline.run.worker import JOINED, are_kept
from pipeline.text.raw import RawArticle

SIZES = ((0, 4), (512, 16), (100_000, 128))  # from so many articles on, so many a job, in the mean
CODE = ("run",)  # that strings results together
LONG = 6_000  # characters an article; a job has no more for its size, since what is read off them is held at once


@dataclass(frozen=True, slots=True)
class Job:
    """Consecutive articles and the part file of their results."""

    part: Path
    raws: tuple[RawArticle, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A job without its articles, of which there may be too many to hold; even its path is more than it needs."""

    folder: Path  # of the part
    number: int
    key: str  # hash of all that the results depend on
    start: int  # number of the first article
    first: str  # id
    articles: int
    to_do: int  # articles; none where the results are there, or can be put together from what is kept

    @property
    def part(self) -> Path:
        """Name the part file of the results."""
        return self.folder / part_name(self.number, self.key)

    def job(self, intake: Intake) -> Job:
        """Fetch the articles."""
        return Job(self.part, tuple(islice(intake.raws(self.first), self.articles)))


def size_of_jobs(articles: int) -> int:
    """Choose how many articles a job has in the mean; it depends on their number alone, so that a later run finds its jobs."""
    return next(size for least, size in reversed(SIZES) if articles >= least)


def cut(raws: Iterable[RawArticle], count: int) -> Iterator[list[RawArticle]]:
    """Cut `count` articles into jobs where an id says so, so that one more article changes its own job alone.

    Content-defined chunking, as of files in rsync-like tools: a cut by number would move every job after the new article.
    """
    size = size_of_jobs(count)
    group: list[RawArticle] = []
    characters = 0
    for raw in raws:
        if group and characters + len(raw.text) > LONG * size:
            yield group
            group, characters = [], 0
        group.append(raw)
        characters += len(raw.text)
        if len(group) == 2 * size or ends_job(raw.id, size):
            yield group
            group, characters = [], 0
    if group:
        yield group


def ends_job(article: str, size: int) -> bool:
    """Tell of an id whether a job ends with it; one in `size` does."""
    digest = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "little") % size == 0


def plan(intake: Intake, setup: Setup, folder: Path, used: Used) -> Iterator[Planned]:
    """Yield the jobs in order of id. A part that a stopped run has left is taken as it is."""
    cache = Cache(setup.cache)
    start = 0
    for number, group in enumerate(cut(intake.raws(), intake.count)):
        keys = [setup.keys(raw) for raw in group]
        flat = list(chain.from_iterable(keys))
        key = hash_of(code_of(CODE), *flat)
        used.add(key, *flat)
        planned = Planned(folder, number, key, start, group[0].id, len(group), to_do=0)
        if not (cache.has(JOINED, key) or is_done(planned.part)):
            planned.part.unlink(missing_ok=True)
            planned = replace(planned, to_do=sum(not are_kept(cache, k) for k in keys))
        yield planned
        start += len(group)
