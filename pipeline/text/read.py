"""Read articles from files, folders, globs and standard input, one at a time."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.text.decode import byte_limit
from pipeline.text.paths import Found, find_inputs, kind_of
from pipeline.text.raw import RawArticle, failure
from pipeline.text.read_html import MARKUP, read_html
from pipeline.text.read_jsonl import read_jsonl
from pipeline.text.read_txt import read_txt

__all__ = ["RawArticle", "read_inputs"]
STDIN = "-"


def read_inputs(
    paths: Sequence[str],
    max_chars: int,
    on_other: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
    is_own: Callable[[Path], bool] | None = None,
) -> Iterator[RawArticle | Failure]:
    """Give the articles and failures of every path, in the order of the paths, then of the files' names.

    Only one article is held at a time; an input that cannot be used becomes a Failure and the rest goes on.

    Args:
        paths: files, folders (read recursively), globs, or "-" for JSONL on standard input.
        max_chars: a longer text is a failure.
        on_other: called with the name of each file of another kind that is passed over.
        stdin: where "-" reads from; None: the standard input of the process.
        is_own: tells what a run wrote itself; such a file is passed over too, unless it is named.

    Raises:
        UsageError: no path is given, one does not exist, a glob matches nothing, or "-" is given twice.
    """
    if not paths:
        raise UsageError("no input given", "PATH", "give a file, a folder, a glob, or - for standard input")
    if list(paths).count(STDIN) > 1:
        raise UsageError("standard input is given twice", STDIN, "give - once")
    # Looked up before the first article is read, so that a mistyped path stops the run at once.
    found = {path: find_inputs(path) for path in paths if path != STDIN}
    return _read_all(paths, found, max_chars, on_other, stdin, is_own)


def _read_all(
    paths: Sequence[str],
    found: dict[str, list[Found]],
    max_chars: int,
    on_other: Callable[[str], None] | None,
    stdin: BinaryIO | None,
    is_own: Callable[[Path], bool] | None,
) -> Iterator[RawArticle | Failure]:
    for path in paths:
        if path == STDIN:
            yield from read_jsonl(stdin or sys.stdin.buffer, STDIN, max_chars)
            continue
        for item in found[path]:
            if item.problem is not None:
                yield item.problem
            elif not item.asked_for and (kind_of(item.path) == "other" or (is_own and is_own(item.path))):
                if on_other is not None:
                    on_other(item.source_file)
            else:
                for got in _read_file(item, max_chars):
                    yield replace(got, folder=item.folder) if isinstance(got, RawArticle) else got


def _read_file(item: Found, max_chars: int) -> Iterator[RawArticle | Failure]:
    kind = kind_of(item.path)
    if kind == "other":
        yield failure(item.source_file, "not a kind of file that can be read", "give a .txt, .html or .jsonl file")
        return
    try:
        # Size before content: a file that cannot hold an article that is short enough is not read.
        size = item.path.stat().st_size
        stream = open(item.path, "rb")  # noqa: SIM115 (closed by the `with` below)
    except OSError as error:
        yield failure(item.source_file, f"cannot be read: {error.strerror}", "check that the file may be read")
        return
    with stream:
        try:
            if kind == "jsonl":
                yield from read_jsonl(stream, item.source_file, max_chars)
                return
            limit = byte_limit(max_chars) * (MARKUP if kind == "html" else 1)
            if size > limit:
                yield failure(
                    item.source_file,
                    f"{size} bytes, too long for a text of at most {max_chars} characters",
                    "part the text, or raise clean.max_chars in the params",
                )
                return
            reader = read_html if kind == "html" else read_txt
            yield reader(stream.read(limit + 1), item.source_file, max_chars)
        except OSError as error:
            yield failure(item.source_file, f"cannot be read: {error.strerror}", "check the file and its disk")
