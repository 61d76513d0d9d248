"""Read one article from the bytes of a saved web page."""

import hashlib

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.checks import check_text
from pipeline.text.from_extra import from_extra
from pipeline.text.kinds import id_of
from pipeline.text.page_encoding import decode_page
from pipeline.text.raw import RawArticle
from pipeline.text.whole_file import read_whole

MARKUP = 5  # bytes of a page for one of its text
DATES = {"original_date": True, "max_date": "2100-01-01"}  # not today: the same page is to give the same bytes


def read_html(data: bytes, source_file: str, max_chars: int) -> RawArticle | Failure:
    """Give the article of a page: main text, title, authors, date and source; its id is the file's stem."""
    return read_whole(_article, data, source_file, max_chars)


def _article(data: bytes, where: str, max_chars: int) -> RawArticle:
    trafilatura = from_extra("trafilatura", "html", where)  # a quarter of a second, and most runs have no pages
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
        id=id_of(where),
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
