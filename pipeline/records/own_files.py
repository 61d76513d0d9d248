"""Know the files that a run writes, so that a folder that holds them can be read again."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from pipeline.records.pages import PAGE
from pipeline.records.schema import FILES

OWN = re.compile(
    rf"(?:{'|'.join(FILES)})\.jsonl|report\.html|report/(?:{PAGE.pattern}|corpus\.html)|"
    r"intermediate/(?:ledger|examples|arguments)\.jsonl"
)


def own_files(out: Path) -> Callable[[Path], bool]:
    """Give a test for the files that a run writes to `out`."""
    folder = os.path.abspath(out)  # noqa: PTH100 (Path.absolute keeps "..")

    def is_own(path: Path) -> bool:
        inside = os.path.relpath(os.path.abspath(path), folder)  # noqa: PTH100
        return OWN.fullmatch(inside.replace(os.sep, "/")) is not None

    return is_own
