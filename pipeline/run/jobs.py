"""Cut articles into jobs, each a run of consecutive ids with a part file of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.kept.cache import Cache, Used
from pipeline.kept.fingerprint import hash_of
from pipeline.run.parts import is_done, part_name
from pipeline.run.setup import Setup
from pipeline.run.worker import JOINED, are_kept
from pipeline.text.raw import RawArticle

SMALL, USUAL, MANY = 4, 32, 512  # articles a job, in the mean; the usual number where there are many in all
LONGEST = 200_000  # characters of the texts of a job that has more than one; what is read off them is held at once


@dataclass(frozen=True, slots=True)
class Job:
    """Consecutive articles and the part file of their results."""

    part: Path
    raws: tuple[RawArticle, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A job without its articles, of which there may be too many to hold."""

    part: Path
    key: str  # hash of all that the results depend on
    start: int  # number of the first article
    first: str  # id
    articles: int
    to_do: int  # articles; none where the results are there, or can be put together from what is kept

    def job(self, intake: Intake) -> Job:
        """Fetch the articles."""
        return Job(self.part, tuple(islice(intake.raws(self.first), self.articles)))


def cut(raws: Iterable[RawArticle], count: int) -> Iterator[list[RawArticle]]:
    """Cut `count` articles into jobs where an id says so, so that one more article changes its own job alone.

    Content-defined chunking, as of files in rsync-like tools: a cut by number would move every job after the new article.
    """
    size = USUAL if count >= MANY else SMALL
    group: list[RawArticle] = []
    characters = 0
    for raw in raws:
        if group and characters + len(raw.text) > LONGEST:
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
        key = hash_of(*flat)
        used.add(key, *flat)
        part = folder / part_name(number, key)
        to_do = 0
        if not (cache.has(JOINED, key) or is_done(part)):
            part.unlink(missing_ok=True)
            to_do = sum(not are_kept(cache, k) for k in keys)
        yield Planned(part, key, start, group[0].id, len(group), to_do)
        start += len(group)
