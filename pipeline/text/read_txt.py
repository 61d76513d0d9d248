"""Read one article from the bytes of a .txt file."""

import hashlib

from pipeline.records import Failure
from pipeline.text.checks import check_text
from pipeline.text.decode import decode
from pipeline.text.kinds import id_of
from pipeline.text.raw import RawArticle
from pipeline.text.whole_file import read_whole


def read_txt(data: bytes, source_file: str, max_chars: int) -> RawArticle | Failure:
    """Give the article of a file; its id is the file's stem."""
    return read_whole(_article, data, source_file, max_chars)


def _article(data: bytes, where: str, max_chars: int) -> RawArticle:
    text = decode(data, where)
    check_text(text, where, max_chars)
    return RawArticle(
        id=id_of(where),
        source_file=where,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        place=where,
    )
