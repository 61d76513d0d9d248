"""String the parts together into the output files of the run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.corpus.digest import digest_of
from pipeline.corpus.gather import Gathered
from pipeline.errors import InputError
from pipeline.kept.box import DamagedError, Pieces
from pipeline.kept.cache import Cache
from pipeline.progress import track
from pipeline.records import Failure
from pipeline.records.jsonl import dump_line, dump_lines
from pipeline.records.layout import Layout
from pipeline.records.output import outputs
from pipeline.report.drawn import draw_article
from pipeline.report.write import Report
from pipeline.run.parts import read_part
from pipeline.run.pieces import DIGEST, FILES, PAGE, ROW, SIGNATURE, records_of
from pipeline.run.setup import Setup
from pipeline.run.worker import DRAWN, LABELS, TEXT, Worked, Worker

NOT_YET = b'"duplicate_of": null'  # cannot occur inside a string, whose quotation marks are escaped


class Strung:
    """The results of all parts in order of article id, one article in memory at a time."""

    def __init__(self, parts: Iterable[Path], intake: Intake, setup: Setup) -> None:
        """`parts` may wait until the next one is there."""
        self._parts = parts
        self._intake = intake
        self._setup = setup
        self._cache = Cache(setup.cache)

    def write(self, out: Path, layout: Layout, failures: Sequence[Failure], corpus: Gathered, report: Report) -> int:
        """Write the files of FILES, and failures.jsonl with what failed before; return how many articles failed.

        `corpus` and `report` are given their parts of every article. What an article is a near-copy of is known only
        here, where all are met in order.

        Raises:
            InputError: a part was damaged after it was written.
        """
        broken: list[Failure] = []
        with outputs(out, FILES, layout, self._intake.count) as files:
            for worked in track(self._results(), "articles", self._intake.count):
                pieces = worked.pieces
                if worked.failure:
                    broken.append(worked.failure)
                else:
                    original = self._intake.note(worked.id, pieces[SIGNATURE])
                    if original:
                        pieces = self._as_copy(pieces, original)
                    corpus.add(pieces[DIGEST])
                    made_from = worked.kept[-1] if worked.kept and not original else None
                    report.add(pieces[ROW], partial(self._page, worked, pieces), made_from)
                for name, file in files.items():
                    file.put(pieces.get(name, b""))
        with outputs(out, ["failures"], layout.whole) as files:
            files["failures"].put(dump_lines([*failures, *broken]))
        return len(broken)

    def _results(self) -> Iterator[Worked]:
        """Yield the results in order, each with its pieces."""
        for part in self._parts:
            try:
                for worked in read_part(part):
                    yield self._fetched(worked) if worked.kept else worked
            except DamagedError as error:
                raise InputError(
                    "damaged since it was written a moment ago",
                    str(part),
                    "check the disk, then run the same command again",
                ) from error

    def _fetched(self, worked: Worked) -> Worked:
        """Take what is kept but for the page, which is seldom needed."""
        text, labels = worked.kept or ("", "")
        found = self._cache.get(TEXT, text), self._cache.get(LABELS, labels)
        return replace(worked, pieces=found[0] | found[1]) if found[0] and found[1] else self._again(worked)

    def _page(self, worked: Worked, pieces: Pieces) -> bytes:
        if PAGE not in pieces and worked.kept:
            pieces = self._cache.get(DRAWN, worked.kept[-1]) or self._again(worked).pieces
        return pieces[PAGE]

    def _again(self, worked: Worked) -> Worked:
        """Work an article again whose kept results are damaged, or were removed meanwhile."""
        return self._worker.work([next(self._intake.raws(worked.id))])[0]

    @cached_property
    def _worker(self) -> Worker:
        return Worker(replace(self._setup, cache=None))

    def _as_copy(self, pieces: Pieces, original: str) -> Pieces:
        """Say in every piece what the article is a near-copy of."""
        found = records_of(pieces)
        copy = replace(found, article=replace(found.article, duplicate_of=original))
        drawn = draw_article(copy, self._setup.one_page)
        return pieces | {
            "articles": with_original(pieces["articles"], original),
            DIGEST: digest_of(copy.article, copy.stances, copy.map, self._setup.params.corpus),
            ROW: drawn.row,
            PAGE: drawn.body,
        }


def with_original(line: bytes, original: str) -> bytes:
    """Fill in what an article is a near-copy of."""
    before, _, after = line.rpartition(NOT_YET)
    return before + b'"duplicate_of": ' + dump_line(original).encode() + after
