"""Unpack gzip and Zstandard in a stream; what they unpack to is never held whole."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import zstandard

from pipeline.errors import InputError
from pipeline.text.kinds import Packing

MAGIC: dict[bytes, Packing] = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst"}
LONGEST_MAGIC = 4
CHUNK = 1 << 16
FEED = 256  # packed bytes at a time: a block of 4 may unpack to 128 KiB (RFC 8878, 3.1.1.2), so at most 8 MiB come out
FIX = "get the whole file again, or pack the text anew"
WINDOW = 1 << 27  # bytes to look back; the limit of the zstd program without --long


class Chunks(io.RawIOBase):
    """A stream over byte strings that come one by one."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill a buffer; 0 at the end."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def unpacked(packed: BinaryIO, packing: Packing, where: str) -> BinaryIO:
    """Give the stream that a packed stream unpacks to; reading it raises InputError where it is broken or cut off."""
    return io.BufferedReader(Chunks(_checked(packed, packing, where)), CHUNK)  # type: ignore[type-var]


def sniffed(stream: BinaryIO, where: str) -> BinaryIO:
    """Give a stream unpacked if its first bytes say that it is packed, else as it is."""
    head = stream.read(LONGEST_MAGIC)
    whole = io.BufferedReader(Chunks(_joined(head, stream)), CHUNK)  # type: ignore[type-var]
    packing = next((packing for magic, packing in MAGIC.items() if head.startswith(magic)), None)
    return unpacked(whole, packing, where) if packing else whole


def _joined(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    while chunk := stream.read(CHUNK):
        yield chunk


def _checked(packed: BinaryIO, packing: Packing, where: str) -> Iterator[bytes]:
    """Yield what comes out.

    Raises:
        InputError: the stream is cut off or broken; says after which byte.
    """
    count = 0
    try:
        for chunk in _gunzip(packed) if packing == "gz" else _unzstd(packed):
            count += len(chunk)
            yield chunk
    except EOFError as error:
        raise InputError(f"cut off: the .{packing} ends after unpacked byte {count}", where, FIX) from error
    except (gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
        raise InputError(f"broken .{packing} after unpacked byte {count}: {error}", where, FIX) from error


def _gunzip(packed: BinaryIO) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=packed) as stream:
        while chunk := stream.read1(CHUNK):
            yield chunk


def _unzstd(packed: BinaryIO) -> Iterator[bytes]:
    """Unpack frame after frame; zstandard's own reader takes a frame that is cut off for whole."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    frame = None
    chunk = b""
    while chunk or (chunk := packed.read(FEED)):
        frame = frame or decompressor.decompressobj()
        yield frame.decompress(chunk)
        chunk = b""
        if frame.eof:
            chunk, frame = frame.unused_data, None
    if frame is not None:
        raise EOFError
