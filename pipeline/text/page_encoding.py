"""Decode a web page as its own head says."""

import codecs
import re

from pipeline.errors import InputError
from pipeline.text.decode import decode

HEAD = 1024  # bytes in which a page must declare its encoding (HTML standard, 4.2.5.4)
DECLARED = (  # for XHTML, and for <meta charset> and <meta http-equiv>
    re.compile(rb"^\s{0,100}<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)"),
    re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
)
MARKS = (  # a mark of UTF-32 begins like one of UTF-16
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = {"iso8859-1", "ascii"}  # browsers read both as Windows-1252 (Encoding standard, 4.2)
# What browsers read (Encoding standard, 4.2), not all that Python has: UTF-7 or rot13 would hide what a page says.
KNOWN = re.compile(
    r"iso8859-\d+|cp125\d|cp866|cp874|cp932|cp949|koi8-[ru]|mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|big5(?:hkscs)?|"
    r"euc_(?:jp|kr)|shift_jis|iso2022_jp"
)


def decode_page(data: bytes, where: str) -> str:
    """Decode a page by its byte-order mark, else by what its head declares, else as UTF-8.

    Letters beyond ASCII that are right UTF-8 are taken for it whatever is declared: no text in another encoding looks so.

    Raises:
        InputError: it is none of them.
    """
    for mark, wide in MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], wide, where) if wide else decode(data, where)
    declared = _declared(data)
    if declared is None:
        return decode(data, where)
    try:
        page = decode(data, where)
    except InputError as error:
        try:
            return data.decode(declared)
        except UnicodeError:
            raise error from None
    if not page.isascii():
        return page
    try:
        return data.decode(declared)  # ISO-2022-JP writes all letters as ASCII bytes
    except UnicodeError:
        return page


def _wide(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-16 at byte offset {error.start}", where, "save the page again as UTF-8") from error


def _declared(data: bytes) -> str | None:
    """Give Python's name of the encoding that a page declares; None without one that browsers know."""
    found = next((match for pattern in DECLARED if (match := pattern.search(data[:HEAD]))), None)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    if name in WESTERN:
        return "cp1252"
    return name if KNOWN.fullmatch(name) else None
