"""Ids and names of annotators name files in the annotations."""

import re

from pipeline.errors import UsageError

FILE_NAME = re.compile(r"\w[\w.-]*")


def check_file_name(name: str, where: str) -> None:
    """Raise UsageError where a name cannot be a file's."""
    if not FILE_NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no file name", where, "use letters, digits, -, _ and . only")
