"""String the results of all jobs together into the output files of a run."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial

from pipeline.analysis.duplicates import DuplicateIndex, duplicate_index, signature_of
from pipeline.analysis.intake import Intake
from pipeline.corpus.gather import Gathered
from pipeline.errors import InputError
from pipeline.kept.box import DamagedError, Pieces
from pipeline.kept.cache import Cache, Used
from pipeline.kept.fingerprint import hash_of
from pipeline.progress import track
from pipeline.records import Failure
from pipeline.records.output import Output
from pipeline.report.write import Report
from pipeline.run.copies import pieces_of_copy, with_original
from pipeline.run.done import Done
from pipeline.run.jobs import Planned
from pipeline.run.joined import Joined, joined
from pipeline.run.parts import read_part, write_part
from pipeline.run.pieces import DIGEST, LINE, PAGE, ROW
from pipeline.run.setup import Setup
from pipeline.run.tail import Lines, Tail
from pipeline.run.worker import COPIED, DRAWN, JOINED, Worker

Originals = dict[int, str]  # what articles are near-copies of, by their place in the job
Waiting = list[tuple[Planned, Originals] | None]  # None: a job of which nothing waits but its lines, in the tail


class LateFailureError(Exception):
    """An article failed after others were told from it as near-copies."""


class Strung:
    """The results of all jobs, those of one in memory at a time."""

    def __init__(self, jobs: Iterable[Planned], done: Done, intake: Intake, setup: Setup, used: Used) -> None:
        self.done = done
        self.setup = setup
        self._jobs = jobs
        self._intake = intake
        self._used = used
        self._cache = Cache(setup.cache)

    def write(self, files: Mapping[str, Output], corpus: Gathered, report: Report, *, ahead: bool) -> list[Failure]:
        """Put all results into `files`, those of FILES, in order of article id; give the failures.

        `corpus` and `report` are given their parts of every article. What an article is a near-copy of is known only
        here, where all are met in order. With `ahead`, what is there is handed out before what is still worked; that pays
        where little is.

        Raises:
            InputError: a part was damaged after it was written.
            LateFailureError: something failed, so that it must be done again without `ahead`.
        """
        with duplicate_index(self.setup.params.clean) as index:
            walk = self._walk(files, corpus, report, index, ahead)
            return [failure for failure in track(walk, "articles", self._intake.count) if failure]

    def _walk(
        self, files: Mapping[str, Output], corpus: Gathered, report: Report, index: DuplicateIndex, ahead: bool
    ) -> Iterator[Failure | None]:
        """Hand out all results; yield for each article why it failed, or None."""
        late: set[str] = set()  # articles that are not handed out yet
        waiting: Waiting = []
        with Tail() as tail:
            for job in self._jobs:
                if ahead and job.to_do:
                    raws = job.job(self._intake).raws
                    late.update(raw.id for raw in raws)
                    signed = [(raw.id, signature_of(raw.text, self.setup.params.clean)) for raw in raws]
                    waiting.append((job, _originals(index, signed)))
                    continue
                found = self._result(job)
                originals = _originals(index, found.signed())
                # A copy of what is late must wait too: it cannot be drawn without its original, whose link it has.
                if not late.isdisjoint(originals.values()):
                    late.update(found.ids)
                    waiting.append((job, originals))
                    continue
                yield from self._hand_out(job, found, originals, corpus, report)
                if waiting:
                    waiting.append(None)
                    tail.add_job(_lines(files, found, originals))
                else:
                    _put(files, _lines(files, found, originals))
                del found  # megabytes with the pages, which need not wait for the next ones
            tail.rewind()
            yield from self._hand_out_late(waiting, tail, files, corpus, report)

    def _hand_out_late(
        self, waiting: Waiting, tail: Tail, files: Mapping[str, Output], corpus: Gathered, report: Report
    ) -> Iterator[Failure | None]:
        for late in waiting:
            if late is None:
                _put(files, tail.next_job())
                continue
            job, originals = late
            found = self._result(job)
            if found.failures:
                raise LateFailureError
            yield from self._hand_out(job, found, originals, corpus, report)
            _put(files, _lines(files, found, originals))
            del found

    def _hand_out(
        self, job: Planned, found: Joined, originals: Originals, corpus: Gathered, report: Report
    ) -> Iterator[Failure | None]:
        for at in range(len(found.ids)):
            if at not in found.failures:
                key = found.kept[at]
                made_from = key and key[1]
                body = partial(self._page, found, at)
                digest, row, line = (found.one(at, name) for name in (DIGEST, ROW, LINE))
                if at in originals:
                    pieces = self._copy(found, at, originals[at])
                    made_from = None  # its page names the original by a title that may change
                    body = partial(pieces.__getitem__, PAGE)
                    digest, row, line = (pieces[name] for name in (DIGEST, ROW, LINE))
                corpus.add(job.start + at, digest)
                report.add(job.start + at, row, line, body, made_from)
            yield found.failures.get(at)

    def _result(self, job: Planned) -> Joined:
        """Wait for the results of a job and read them; put together here are those of articles that are kept singly."""
        self.done.wait(job)
        if pieces := self._cache.get(JOINED, job.key):
            with suppress(DamagedError):
                return joined(pieces)
        try:
            if not job.part.exists():
                write_part(job.part, self._worker.stream(job.job(self._intake).raws))
            return read_part(job.part, self._cache)
        except DamagedError as error:
            raise InputError(
                "damaged since it was written a moment ago",
                str(job.part),
                "check the disk, then run the same command again",
            ) from error

    def _page(self, found: Joined, at: int) -> bytes:
        """Give an article's page; the article is worked again where what is kept is damaged, or was removed meanwhile."""
        kept = found.kept[at]
        page = self._cache.get(DRAWN, kept[1]) if kept else found.page(at)
        if page is None:
            raw = next(self._intake.raws(found.ids[at]))
            page = self._worker.work([raw], pages=True)[0].pieces
        return page[PAGE]

    @cached_property
    def _worker(self) -> Worker:
        return Worker(self.setup)

    def _copy(self, found: Joined, at: int, original: str) -> Pieces:
        """Give what is said of a near-copy; it is kept too."""
        kept = found.kept[at]
        if kept is None:
            return pieces_of_copy(found.pieces(at), original, self.setup)
        key = hash_of(kept[1], original)
        self._used.add(key)
        pieces = self._cache.get(COPIED, key)
        if pieces is None:
            pieces = pieces_of_copy(found.pieces(at), original, self.setup)
            self._cache.put(COPIED, key, pieces)
        return pieces


def _originals(index: DuplicateIndex, signed: Iterable[tuple[str, bytes | None]]) -> Originals:
    """Find the near-copies among articles, by their place; those that failed have no signature."""
    noted = (None if signature is None else index.original_of(article, signature) for article, signature in signed)
    return {at: original for at, original in enumerate(noted) if original}


def _lines(files: Mapping[str, Output], found: Joined, originals: Originals) -> Iterator[Lines]:
    """Yield the lines of a job as its outputs take them."""
    for name, file in files.items():
        if file.is_in_shards or (originals and name == "articles"):
            for at in range(len(found.ids)):
                line = found.one(at, name)
                is_copy = at in originals and name == "articles"
                yield name, with_original(line, originals[at]) if is_copy else line, 1
        else:
            yield name, found.all(name), len(found.ids)


def _put(files: Mapping[str, Output], lines: Iterable[Lines]) -> None:
    for name, some, articles in lines:
        files[name].put(some, articles)
