"""An article as it was read, before anything is found in it."""

from dataclasses import dataclass, field

from pipeline.records import Failure


@dataclass(frozen=True, slots=True)
class RawArticle:
    """Text and what its line, row or page says about it; all but the first four are None or () for a .txt file."""

    id: str
    source_file: str  # relative to the path that was given; "-" for standard input
    sha256: str  # of the file's bytes as given, or of the line or row: see the readers
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None  # ISO 8601
    authors: tuple[str, ...] = ()
    place: str = field(default="", compare=False)  # for messages: the file, or file:line
    folder: str = field(default="", compare=False)  # for messages: name of the folder that holds `source_file`


def failure(where: str, error: str, fix: str) -> Failure:
    """Make a Failure whose text can be written as UTF-8 whatever the names of the files are."""
    return Failure(input=printable(where), error=printable(error), fix=printable(fix))


def printable(text: str) -> str:
    """Escape the halves of surrogate pairs, which stand for undecodable bytes in names of files."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
