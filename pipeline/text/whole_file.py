"""Read the one article that a whole file holds: what its kinds have in common."""

from collections.abc import Callable
from pathlib import PurePosixPath

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.raw import RawArticle, failure

Build = Callable[[bytes, str, int], RawArticle]


def read_whole(build: Build, data: bytes, source_file: str, max_chars: int) -> RawArticle | Failure:
    """Give what `build` makes of the file's bytes, or why it holds no article; the id is the file's stem."""
    try:
        PurePosixPath(source_file).name.encode("utf-8")
    except UnicodeEncodeError:
        return failure(source_file, "the file's name is not UTF-8", "rename the file: its name becomes the id")
    try:
        return build(data, source_file, max_chars)
    except InputError as error:
        return failure(error.where, error.what, error.fix)
