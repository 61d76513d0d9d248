"""Read and write records as JSON Lines: fixed key order, floats of four decimals, whole files or none."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import InputError, MissingArtifactError

T = TypeVar("T")
DECIMALS = 4


@cache
def adapter(kind: type[T]) -> TypeAdapter[T]:
    """Give the validator of a record type; built once, it costs milliseconds."""
    return TypeAdapter(kind)


def plain(value: Any) -> Any:
    """Turn a record into dicts and lists with keys in field order and floats rounded."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def dump_line(record: Any) -> str:
    """Give the JSON of a record, without the newline."""
    return json.dumps(plain(record), ensure_ascii=False)


@contextmanager
def atomic(path: Path) -> Iterator[IO[str]]:
    """Open a text file that takes its name only when all of it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.part")
    try:
        with open(scratch, "w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def atomic_bytes(path: Path, data: bytes) -> None:
    """Write a whole binary file or leave what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.part")
    try:
        scratch.write_bytes(data)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def count_lines(path: Path, stage: str) -> int:
    """Count the records of a file that the stage `stage` writes, without looking into them.

    Raises:
        MissingArtifactError: the file is not there.
    """
    _check_there(path, stage)
    with open(path, "rb") as lines:
        return sum(1 for _ in lines)


def _check_there(path: Path, stage: str) -> None:
    if not path.exists():
        raise MissingArtifactError(f"{path.name} is missing", str(path), f"run `argmap {stage}` first")


def read(path: Path, kind: type[T], stage: str) -> Iterator[T]:
    """Yield the records of a file that the stage `stage` writes.

    Raises:
        MissingArtifactError: the file is not there.
        InputError: a line is not a record of this kind; `where` is path:line.
    """
    _check_there(path, stage)
    validate = adapter(kind).validate_json  # type: ignore[arg-type]
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = validate(line)
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(map(str, first["loc"])) or "line"
                raise InputError(
                    f"{field}: {first['msg']}", f"{path}:{number}", f"run `argmap {stage}` again"
                ) from error
            yield record
