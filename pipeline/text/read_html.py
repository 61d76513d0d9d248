"""Read one article from the bytes of a saved web page."""

import codecs
import hashlib
import re
from pathlib import PurePosixPath

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.checks import check_text
from pipeline.text.decode import decode
from pipeline.text.raw import RawArticle
from pipeline.text.whole_file import read_whole

MARKUP = 5  # bytes of a page for one of its text
HEAD = 1024  # bytes in which a page must declare its encoding (HTML standard, 4.2.5.4)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
WESTERN = {"iso8859-1", "ascii"}  # browsers read both as Windows-1252 (Encoding standard, 4.2)
DATES = {"original_date": True, "max_date": "2100-01-01"}  # not today: the same page is to give the same bytes


def read_html(data: bytes, source_file: str, max_chars: int) -> RawArticle | Failure:
    """Give the article of a page: main text, title, authors, date and source; its id is the file's stem."""
    return read_whole(_article, data, source_file, max_chars)


def _article(data: bytes, where: str, max_chars: int) -> RawArticle:
    import trafilatura  # a quarter of a second, and most runs have no pages

    page = decode_page(data, where)
    try:
        found = trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True, date_extraction_params=DATES
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("the page cannot be taken apart", where, "save the article's text as .txt") from error
    if found is None or isinstance(found, dict) or not found.text:
        raise InputError("no article found on the page", where, "save the article's text as .txt")
    check_text(found.text, where, max_chars)
    return RawArticle(
        id=PurePosixPath(where).stem,
        source_file=where,
        sha256=hashlib.sha256(data).hexdigest(),
        text=found.text,
        place=where,
        title=found.title or None,
        source=found.sitename or None,
        url=found.url or None,
        published=found.date or None,
        authors=tuple(a for name in (found.author or "").split(";") if (a := name.strip())),
    )


def decode_page(data: bytes, where: str) -> str:
    """Decode a page: UTF-8, or else what its own head declares.

    Raises:
        InputError: it is neither.
    """
    try:
        return decode(data, where)
    except InputError as error:
        declared = CHARSET.search(data[:HEAD])
        if declared is None:
            raise
        try:
            name = codecs.lookup(declared[1].decode("ascii", "replace")).name
            return data.decode("cp1252" if name in WESTERN else name, "strict")
        except (LookupError, UnicodeError):
            raise error from None
