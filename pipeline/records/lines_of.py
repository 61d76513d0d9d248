"""Give the lines of one file of an output, unpacked."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zstandard import ZstdDecompressor, ZstdError

from pipeline.errors import InputError
from pipeline.records.parquet import ParquetError, count_rows, parquet_lines

CHUNK = 1 << 17
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error, ZstdError, ParquetError)


def lines_of(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file one by one; its name tells how it is packed.

    Raises:
        InputError: it is damaged or cut off.
    """
    with _telling_damage(file):
        if file.suffix == ".parquet":
            yield from parquet_lines(file)
        elif file.suffix == ".zst":
            yield from _cut(_unzstd(file))
        else:
            with gzip.open(file) if file.suffix == ".gz" else open(file, "rb") as lines:
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


def _unzstd(file: Path) -> Iterator[bytes]:
    """Unpack frame after frame; zstandard's own reader takes a file that is cut off for a whole one."""
    with open(file, "rb") as packed:
        frame = ZstdDecompressor().decompressobj()
        while data := packed.read(CHUNK):
            while data:
                if frame.eof:
                    frame = ZstdDecompressor().decompressobj()
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
