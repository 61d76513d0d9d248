"""Numbered lines of a stream in bytes; a line that is too long is never held."""

from collections.abc import Iterator
from typing import BinaryIO

from pipeline.errors import InputError

CHUNK = 1 << 16
MOST_IN_VAIN = 1 << 28  # bytes of blank or overlong lines in a row; a small packed file can hold terabytes of them


def byte_lines(stream: BinaryIO, limit: int, source_file: str) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None stands for one of more than `limit` bytes.

    Raises:
        InputError: the stream is broken (the line is named), or goes on and on without a line that can be used.
    """
    number = 0
    in_vain = 0
    while True:
        number += 1
        try:
            line = stream.readline(limit + 1)
            fits = len(line) <= limit or line.endswith(b"\n")
            in_vain = 0 if fits and line.strip() else in_vain + len(line) + (0 if fits else _skip_line(stream))
        except InputError as error:
            raise InputError(error.what, f"{source_file}:{number}", error.fix) from error
        if not line:
            return
        if in_vain > MOST_IN_VAIN:
            raise InputError(
                f"more than {MOST_IN_VAIN} bytes without an article; the rest is not read",
                f"{source_file}:{number}",
                "take out the blank or endless lines",
            )
        yield number, line if fits else None


def _skip_line(stream: BinaryIO) -> int:
    """Pass over the rest of a line, unless it is endless; give its size."""
    size = 0
    while size <= MOST_IN_VAIN and (chunk := stream.readline(CHUNK)):
        size += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return size
