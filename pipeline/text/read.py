"""Read articles from files, folders, globs and standard input, one at a time."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputError, UsageError
from pipeline.records import Failure
from pipeline.text.columns import OWN_NAMES, Columns
from pipeline.text.kinds import kind_of
from pipeline.text.paths import Found, find_inputs
from pipeline.text.raw import RawArticle, failure
from pipeline.text.read_file import read_file
from pipeline.text.read_jsonl import read_jsonl
from pipeline.text.unpack import sniffed

__all__ = ["RawArticle", "read_inputs"]
STDIN = "-"


def read_inputs(
    paths: Sequence[str],
    max_chars: int,
    on_other: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
    is_own: Callable[[Path], bool] | None = None,
    columns: Columns = OWN_NAMES,
) -> Iterator[RawArticle | Failure]:
    """Give the articles and failures of every path, in the order of the paths, then of the files' names.

    Only one article is held at a time; an input that cannot be used becomes a Failure and the rest goes on.

    Args:
        paths: files, folders (read recursively), globs, or "-" for JSONL on standard input, packed or not.
        max_chars: a longer text is a failure.
        on_other: called with the name of each file of another kind that is passed over.
        stdin: where "-" reads from; None: the standard input of the process.
        is_own: tells what a run wrote itself; such a file is passed over too, unless it is named.
        columns: which columns of tables and keys of JSON lines hold the fields.

    Raises:
        UsageError: no path is given, one does not exist, a glob matches nothing, or "-" is given twice.
    """
    if not paths:
        raise UsageError("no input given", "PATH", "give a file, a folder, a glob, or - for standard input")
    if list(paths).count(STDIN) > 1:
        raise UsageError("standard input is given twice", STDIN, "give - once")
    # Looked up before the first article is read, so that a mistyped path stops the run at once.
    found = [() if path == STDIN else find_inputs(path) for path in paths]
    return _read_all(paths, found, max_chars, on_other, stdin, is_own, columns)


def _read_all(
    paths: Sequence[str],
    found: Sequence[Iterable[Found]],
    max_chars: int,
    on_other: Callable[[str], None] | None,
    stdin: BinaryIO | None,
    is_own: Callable[[Path], bool] | None,
    columns: Columns,
) -> Iterator[RawArticle | Failure]:
    for path, items in zip(paths, found, strict=True):
        if path == STDIN:
            yield from _read_stdin(stdin or sys.stdin.buffer, max_chars, columns)
        for item in items:
            if item.problem is not None:
                yield item.problem
            elif not item.asked_for and (
                kind_of(item.source_file)[0] == "other" or (is_own and is_own(Path(item.path)))
            ):
                if on_other is not None:
                    on_other(item.source_file)
            else:
                for got in read_file(item.path, item.source_file, max_chars, columns):
                    yield replace(got, folder=item.folder) if isinstance(got, RawArticle) else got


def _read_stdin(stream: BinaryIO, max_chars: int, columns: Columns) -> Iterator[RawArticle | Failure]:
    try:
        yield from read_jsonl(sniffed(stream, STDIN), STDIN, max_chars, columns)
    except InputError as error:
        yield failure(error.where, error.what, error.fix)
