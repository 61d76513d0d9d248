"""Ids and annotators' names that can name a file on any system; none is a path."""

import re
import unicodedata

FILE_NAME = re.compile(r"\w[\w.-]*")
LONGEST = 200  # bytes; file systems take 255, and the endings of files need some
DEVICES = re.compile(
    r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?", re.IGNORECASE
)  # on Windows, whatever the ending


def is_file_name(name: str) -> bool:
    """Tell whether an id or an annotator's name can name files in a folder of annotations."""
    # The rows of one that ends in .spans would take the name of another's spans.
    return (
        FILE_NAME.fullmatch(name) is not None
        and not name.endswith((".spans", "."))
        and len(name.encode()) <= LONGEST
        and DEVICES.fullmatch(name) is None
    )


def folded(name: str) -> str:
    """Give what two names share that some file systems take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
