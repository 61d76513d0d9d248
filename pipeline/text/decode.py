"""From bytes to text: UTF-8 only, with a guess at what else it may be."""

import codecs

from pipeline.errors import InputError

BOM = codecs.BOM_UTF8
MAX_UTF8 = 4  # bytes of a character
OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
SPOKEN = {"WINDOWS-1252": "Windows-1252", "ISO-8859-1": "Latin-1"}
SAMPLE = 4096


def byte_limit(max_chars: int) -> int:
    """Give the size in bytes from which a UTF-8 text must be longer than `max_chars`."""
    return max_chars * MAX_UTF8 + len(BOM)


def decode(data: bytes, where: str) -> str:
    """Decode UTF-8 and drop a byte-order mark at the start; nothing else is changed.

    Raises:
        InputError: the bytes are another encoding or no text; says where and how to convert.
    """
    for mark, name in OTHER_MARKS:
        if data.startswith(mark):
            raise _foreign(where, 0, name)
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise InputError(f"not text but {name}", where, "give the text itself, in UTF-8")
    nul = data.find(b"\0")
    if nul >= 0:
        wide = _wide(data)
        if wide:
            raise _foreign(where, nul, wide)
        raise InputError(f"not text: NUL byte at offset {nul}", where, "give the text itself, in UTF-8")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise InputError(
                f"cut off inside a character at byte offset {error.start}", where, "get the whole file again"
            ) from error
        raise _foreign(where, error.start, _narrow(data)) from error


def _foreign(where: str, offset: int, name: str) -> InputError:
    """Say that the bytes are not UTF-8 but probably something else; `name` is one that iconv knows."""
    return InputError(
        f"not UTF-8 at byte offset {offset}; it looks like {SPOKEN.get(name, name)}",
        where,
        f"convert it, for example: iconv -f {name} -t UTF-8 OLD > NEW",
    )


def _wide(data: bytes) -> str | None:
    """Guess UTF-16 without a mark: every second byte of Western text is zero."""
    sample = data[: SAMPLE - SAMPLE % 2]
    half = max(1, len(sample) // 2)
    for first, name in ((0, "UTF-16BE"), (1, "UTF-16LE")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > 0.7 * half and others < 0.1 * half:
            return name
    return None


def _narrow(data: bytes) -> str:
    """Guess between the two usual Western encodings: only one has signs between 0x80 and 0x9F."""
    return "WINDOWS-1252" if any(0x80 <= byte <= 0x9F for byte in data) else "ISO-8859-1"
