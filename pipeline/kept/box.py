"""Named pieces of bytes in one compressed box that knows when it is damaged."""

import struct

import zstandard

LEVEL = 1  # boxes are read as often as written
LARGEST = 1 << 31  # bytes; a damaged head may ask for more
Pieces = dict[str, bytes]  # by name
HEAD = struct.Struct("<HQ")  # of a piece: lengths of its name and of its bytes


class DamagedError(Exception):
    """The bytes are not those that were put away."""


def pack(pieces: Pieces) -> bytes:
    """Compress pieces, one at least, into one frame with a checksum; the same pieces give the same bytes."""
    parts: list[bytes] = []
    for name, data in pieces.items():
        key = name.encode()
        parts += (HEAD.pack(len(key), len(data)), key, data)
    return zstandard.ZstdCompressor(level=LEVEL, write_checksum=True).compress(b"".join(parts))


def unpack(data: bytes) -> Pieces:
    """Give the pieces back.

    Raises:
        DamagedError: the frame is cut, its checksum is wrong, or it is none.
    """
    try:
        head = zstandard.get_frame_parameters(data)
        if not head.has_checksum or not 0 < head.content_size <= LARGEST:
            raise DamagedError
        raw = zstandard.ZstdDecompressor().decompress(data)
        pieces: Pieces = {}
        at = 0
        while at < len(raw):
            name, size = HEAD.unpack_from(raw, at)
            start = at + HEAD.size + name
            if start + size > len(raw):
                raise DamagedError
            pieces[raw[at + HEAD.size : start].decode()] = raw[start : start + size]
            at = start + size
    except (zstandard.ZstdError, struct.error, UnicodeDecodeError, MemoryError) as error:
        raise DamagedError from error
    return pieces
