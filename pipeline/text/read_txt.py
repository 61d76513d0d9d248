"""Read one article from the bytes of a .txt file."""

import hashlib
from pathlib import PurePosixPath

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.checks import check_text
from pipeline.text.decode import decode
from pipeline.text.raw import RawArticle, failure


def read_txt(data: bytes, source_file: str, max_chars: int) -> RawArticle | Failure:
    """Give the article of a file; its id is the file's stem."""
    name = PurePosixPath(source_file).name
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return failure(source_file, "the file's name is not UTF-8", "rename the file: its name becomes the id")
    try:
        text = decode(data, source_file)
        check_text(text, source_file, max_chars)
    except InputError as error:
        return failure(error.where, error.what, error.fix)
    return RawArticle(
        id=PurePosixPath(name).stem,
        source_file=source_file,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        place=source_file,
    )
