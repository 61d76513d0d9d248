"""Cut articles into jobs, each a run of consecutive ids with a part file of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.kept.cache import Cache, Used
from pipeline.kept.fingerprint import hash_of
from pipeline.run.parts import is_done, write_part
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked, are_kept
from pipeline.text.raw import RawArticle

SMALLEST, LARGEST = 4, 256  # articles; few enough to redo
JOBS = 64  # so many jobs a run, at least, where the bounds allow


@dataclass(frozen=True, slots=True)
class Job:
    """Consecutive articles and the part file of their results."""

    part: Path
    raws: tuple[RawArticle, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A job without its articles, of which there may be too many to hold."""

    part: Path
    first: str  # id
    articles: int
    to_do: int  # articles; none where the part is there

    def job(self, intake: Intake) -> Job:
        """Fetch the articles."""
        return Job(self.part, tuple(islice(intake.raws(self.first), self.articles)))


def size_of_jobs(articles: int) -> int:
    """Choose how many articles a job has; it depends on their number alone, so that a later run finds its parts."""
    return min(max(articles // JOBS, SMALLEST), LARGEST)


def plan(intake: Intake, setup: Setup, folder: Path, used: Used) -> Iterator[Planned]:
    """Yield the jobs in order of id; a part's name tells its place and all that it was made of.

    A part that a stopped run has left is taken as it is, and one whose results are all kept is written at once.
    """
    raws = intake.raws()
    size = size_of_jobs(intake.count)
    cache = Cache(setup.cache)
    number = 0
    while group := list(islice(raws, size)):
        keys = [setup.keys(raw) for raw in group]
        flat = list(chain.from_iterable(keys))
        used.add(*flat)
        part = folder / f"{number:08d}-{hash_of(*flat)}.part"
        to_do = 0
        if not is_done(part, len(group), cache):  # nor there any more, so that one that is there is done
            to_do = sum(not are_kept(cache, key) for key in keys)
            part.unlink(missing_ok=True)
            if not to_do:
                write_part(part, (Worked(r.id, {}, kept=key) for r, key in zip(group, keys, strict=True)))
        yield Planned(part, group[0].id, len(group), to_do)
        number += 1
