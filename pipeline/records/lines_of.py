"""Give the lines of one file of an output, unpacked."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from zstandard import ZstdDecompressor, ZstdError

from pipeline.errors import InputError
from pipeline.records.parquet import ParquetError, count_rows, parquet_lines

CHUNK = 1 << 17
GZIP = 31  # zlib's sign for gzip's head and checksum, with the largest window
BROKEN = (EOFError, zlib.error, ZstdError, ParquetError)


def lines_of(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file one by one; its name tells how it is packed.

    Raises:
        InputError: it is damaged or cut off.
    """
    with _telling_damage(file):
        if file.suffix == ".parquet":
            yield from parquet_lines(file)
        elif file.suffix == ".zst":
            yield from _cut(_unpacked(file, lambda: ZstdDecompressor().decompressobj()))
        elif file.suffix == ".gz":
            yield from _cut(_unpacked(file, lambda: zlib.decompressobj(GZIP)))
        else:
            with open(file, "rb") as lines:
                yield from lines


def count_lines_of(file: Path) -> int:
    """Count the lines of a file without looking into them.

    Raises:
        InputError: it is damaged or cut off.
    """
    if file.suffix != ".parquet":
        return sum(1 for _ in lines_of(file))
    with _telling_damage(file):
        return count_rows(file)


@contextmanager
def _telling_damage(file: Path) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise InputError(
            f"is damaged: {error}", str(file), "run `argmap run` again, or take a copy that is whole"
        ) from error


def _unpacked(file: Path, start: Callable[[], Any]) -> Iterator[bytes]:
    """Unpack frame after frame; the readers of gzip and zstandard take some files that are cut off for whole ones."""
    with open(file, "rb") as packed:
        frame = start()
        while data := packed.read(CHUNK):
            while data:
                if frame.eof:
                    frame = start()
                yield frame.decompress(data)
                data = frame.unused_data
    if not frame.eof:
        raise EOFError("the file ends before its data do")


def _cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut chunks into lines."""
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
    if rest:
        yield rest
