"""String the parts together into the output files of the run."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.corpus.digest import digest_of
from pipeline.errors import InputError
from pipeline.kept.box import DamagedError, Pieces
from pipeline.records import Failure
from pipeline.records.article_records import ArticleRecords
from pipeline.records.jsonl import dump_line, dump_lines
from pipeline.records.layout import Layout
from pipeline.records.output import outputs
from pipeline.report.drawn import draw_article
from pipeline.run.parts import read_part
from pipeline.run.pieces import DIGEST, DRAWN, FILES, SIGNATURE, records_of
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked

NOT_YET = b'"duplicate_of": null'  # cannot occur inside a string, whose quotation marks are escaped


class Strung:
    """The results of all parts in order of article id, one article in memory at a time.

    What an article is a near-copy of is known only here, where all are met in order: `write` comes first.
    """

    def __init__(self, parts: Sequence[Path], intake: Intake, setup: Setup) -> None:
        self._parts = parts
        self._intake = intake
        self._setup = setup

    def write(self, out: Path, layout: Layout, failures: Sequence[Failure]) -> int:
        """Write the files of FILES, and failures.jsonl with what failed before; return how many articles failed."""
        broken: list[Failure] = []
        with outputs(out, FILES, layout, self._intake.count) as files:
            for worked in self._results():
                if worked.failure:
                    broken.append(worked.failure)
                    original = None
                else:
                    original = self._intake.note(worked.id, worked.pieces[SIGNATURE])
                for name, file in files.items():
                    lines = worked.pieces.get(name, b"")
                    file.put(with_original(lines, original) if original and name == "articles" else lines)
        with outputs(out, ["failures"], layout.whole) as files:
            files["failures"].put(dump_lines([*failures, *broken]))
        return len(broken)

    def digests(self) -> Iterator[bytes]:
        """Yield what the corpus files need of each article."""
        for pieces, copy in self._whole():
            yield digest_of(copy.article, copy.stances, copy.map, self._setup.params.corpus) if copy else pieces[DIGEST]

    def drawn(self) -> Iterator[bytes]:
        """Yield each article's part of the report."""
        for pieces, copy in self._whole():
            yield draw_article(copy, self._setup.one_page) if copy else pieces[DRAWN]

    def _results(self) -> Iterator[Worked]:
        """Yield the results in order.

        Raises:
            InputError: a part was damaged after it was written.
        """
        for part in self._parts:
            try:
                yield from read_part(part)
            except DamagedError as error:
                raise InputError(
                    "damaged since it was written a moment ago",
                    str(part),
                    "check the disk, then run the same command again",
                ) from error

    def _whole(self) -> Iterator[tuple[Pieces, ArticleRecords | None]]:
        """Yield the pieces of each article; of a near-copy, which tells what it copies, its records too."""
        for worked in self._results():
            if worked.failure:
                continue
            original = self._intake.original_of(worked.id)
            yield worked.pieces, _as_copy(worked.pieces, original) if original else None


def with_original(line: bytes, original: str) -> bytes:
    """Fill in what an article is a near-copy of."""
    before, _, after = line.rpartition(NOT_YET)
    return before + b'"duplicate_of": ' + dump_line(original).encode() + after


def _as_copy(pieces: Pieces, original: str) -> ArticleRecords:
    found = records_of(pieces)
    return replace(found, article=replace(found.article, duplicate_of=original))
