"""Named pieces of bytes in one compressed box that knows when it is damaged."""

import struct
from collections.abc import Iterator, Mapping

import zstandard

LEVEL = 1  # boxes are read as often as written
LARGEST = 1 << 31  # bytes; a damaged head may ask for more
Pieces = dict[str, bytes]  # by name
LENGTH = struct.Struct("<Q")  # of the frame, whose end could else be missing unseen
HEAD = struct.Struct("<HQ")  # of a piece: lengths of its name and of its bytes


class DamagedError(Exception):
    """The bytes are not those that were put away."""


def pack(pieces: Mapping[str, bytes | bytearray]) -> bytes:
    """Compress pieces, one at least, into one frame with a checksum; the same pieces give the same bytes."""
    named = [(name.encode(), data) for name, data in pieces.items()]
    heads = [HEAD.pack(len(name), len(data)) + name for name, data in named]
    size = sum(map(len, heads)) + sum(map(len, pieces.values()))
    frame = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True).compressobj(size=size)
    packed = [frame.compress(part) for head, data in zip(heads, pieces.values(), strict=True) for part in (head, data)]
    packed.append(frame.flush())
    return b"".join([LENGTH.pack(sum(map(len, packed))), *packed])


def unpack(box: bytes) -> Pieces:
    """Give the pieces back.

    Raises:
        DamagedError: the box is cut, its checksum is wrong, or it is none.
    """
    try:
        data = memoryview(box)[LENGTH.size :]
        head = zstandard.get_frame_parameters(data)
        if LENGTH.unpack_from(box)[0] != len(data) or not head.has_checksum or not 0 < head.content_size <= LARGEST:
            raise DamagedError
        with zstandard.ZstdDecompressor().stream_reader(data) as frame:
            pieces = dict(_pieces(frame, head.content_size))
            if frame.read(1):  # the checksum is looked at when all is read
                raise DamagedError
    except (zstandard.ZstdError, struct.error, UnicodeDecodeError, MemoryError) as error:
        raise DamagedError from error
    return pieces


def _pieces(frame: zstandard.ZstdDecompressionReader, left: int) -> Iterator[tuple[str, bytes]]:
    """Read pieces of so many bytes one by one, so that none is in memory twice."""
    while left > 0:
        name, size = HEAD.unpack(frame.read(HEAD.size))
        left -= HEAD.size + name + size
        if left < 0:
            raise DamagedError
        yield frame.read(name).decode(), frame.read(size)
