"""Know the files that a run writes, so that a folder that holds them can be read again."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from pipeline.own_folder import OWN
from pipeline.records.layout import final_name, layout_of
from pipeline.records.pages import PAGE
from pipeline.records.schema import FILES

EXPORT = "export"  # folder of what `argmap export` writes, unless it is told another
NAMES = {"": set(FILES), "intermediate": {"ledger", "examples", "arguments"}}
PAGES = re.compile(rf"/report\.html|report/(?:{PAGE.pattern}|corpus\.html)", re.ASCII)


def own_files(out: Path) -> Callable[[Path], bool]:
    """Give a test for the files that a run writes to `out`: in all layouts, finished or not."""
    folder = os.path.abspath(out)  # noqa: PTH100 (Path.absolute keeps "..")

    def is_own(path: Path) -> bool:
        inside = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")  # noqa: PTH100
        where, _, file = inside.rpartition("/")
        file = final_name(file)
        if inside.split("/")[0] in (OWN, EXPORT) or PAGES.fullmatch(f"{where}/{file}"):
            return True
        found = layout_of(file)
        return found is not None and found[0] in NAMES.get(where, ())

    return is_own
