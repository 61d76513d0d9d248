"""Read and write records as JSON Lines; whole files or none.

A file is asked for by its plain name, such as quotes.jsonl, and read in whatever layout it is there.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from pipeline.errors import InputError
from pipeline.records.dump import DECIMALS, dump_line, dump_lines, plain
from pipeline.records.lines_of import count_lines_of, lines_of
from pipeline.records.stored import is_stored, stored
from pipeline.records.whole import whole

__all__ = [
    "DECIMALS",
    "adapter",
    "atomic",
    "atomic_bytes",
    "count_lines",
    "dump_line",
    "dump_lines",
    "is_stored",
    "plain",
    "read",
]
T = TypeVar("T")


@cache
def adapter(kind: type[T]) -> TypeAdapter[T]:
    """Give the validator of a record type; built once, it costs milliseconds."""
    return TypeAdapter(kind)


@contextmanager
def atomic(path: Path) -> Iterator[IO[str]]:
    """Open a text file that takes its name only when all of it is written."""
    with whole(path) as scratch, open(scratch, "w", encoding="utf-8", newline="\n") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def atomic_bytes(path: Path, data: bytes) -> None:
    """Write a whole binary file or leave what was there."""
    with whole(path) as scratch:
        scratch.write_bytes(data)


def count_lines(path: Path, stage: str) -> int:
    """Count the records of a file that the stage `stage` writes, without looking into them.

    Raises:
        MissingArtifactError: the file is not there.
        InputError: it is damaged, or there in two layouts.
    """
    return sum(map(count_lines_of, stored(path, stage)))


def read(path: Path, kind: type[T], stage: str, wanted: Callable[[Any], bool] | None = None) -> Iterator[T]:
    """Yield the records of a file that the stage `stage` writes; with `wanted`, those whose JSON it takes, and what is none.

    A record costs several times what its JSON costs.

    Raises:
        MissingArtifactError: the file is not there.
        InputError: a line is not a record of this kind, `where` is path:line; or as in `count_lines`.
    """
    validate = adapter(kind).validate_json  # type: ignore[arg-type]
    for file in stored(path, stage):
        for number, line in enumerate(lines_of(file), 1):
            if wanted and not _may_be(wanted, line):
                continue
            try:
                record = validate(line)
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(map(str, first["loc"])) or "line"
                raise InputError(
                    f"{field}: {first['msg']}", f"{file}:{number}", f"run `argmap {stage}` again"
                ) from error
            yield record


def _may_be(wanted: Callable[[Any], bool], line: bytes) -> bool:
    """Tell whether a line is wanted, or must be looked into because it is not what it should be."""
    try:
        return wanted(orjson.loads(line))
    except (ValueError, LookupError, TypeError):
        return True
