"""String the parts together into the output files of the run."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.errors import InputError
from pipeline.kept.box import DamagedError
from pipeline.records import Failure
from pipeline.records.jsonl import atomic, dump_line
from pipeline.run.parts import read_part
from pipeline.run.worker import Worked

FILES = ("articles", "sentences", "entities", "quotes", "speakers", "stances", "maps")
NOT_YET = b'"duplicate_of": null'  # cannot occur inside a string, whose quotation marks are escaped


def results(parts: Sequence[Path]) -> Iterator[Worked]:
    """Yield the results of all parts in order of article id, one article in memory at a time.

    Raises:
        InputError: a part was damaged after it was written.
    """
    for part in parts:
        try:
            yield from read_part(part)
        except DamagedError as error:
            raise InputError(
                "damaged since it was written a moment ago",
                str(part),
                "check the disk, then run the same command again",
            ) from error


def string_together(parts: Sequence[Path], intake: Intake, out: Path) -> list[Failure]:
    """Write the files of FILES; return the articles that failed.

    What an article is a near-copy of is known only here, where all are met in order.
    """
    failures: list[Failure] = []
    with ExitStack() as stack:
        files = {name: stack.enter_context(atomic(out / f"{name}.jsonl")) for name in FILES}
        for worked in results(parts):
            if worked.failure:
                failures.append(worked.failure)
                continue
            original = intake.original_of(worked.id, worked.pieces["signature"])
            for name in FILES:
                lines = worked.pieces[name]
                if name == "articles" and original is not None:
                    lines = with_original(lines, original)
                files[name].write(lines.decode())
    return failures


def with_original(line: bytes, original: str) -> bytes:
    """Fill in what an article is a near-copy of."""
    before, _, after = line.rpartition(NOT_YET)
    return before + b'"duplicate_of": ' + dump_line(original).encode() + after
