"""Read articles from files, folders, globs and standard input, one at a time."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.text.decode import byte_limit
from pipeline.text.paths import Found, find_inputs, kind_of
from pipeline.text.raw import RawArticle, failure
from pipeline.text.read_jsonl import read_jsonl
from pipeline.text.read_txt import read_txt

__all__ = ["RawArticle", "read_inputs"]
STDIN = "-"


def read_inputs(
    paths: Sequence[str],
    max_chars: int,
    on_other: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[RawArticle | Failure]:
    """Give the articles and failures of every path, in the order of the paths, then of the files' names.

    Only one article is held at a time; an input that cannot be used becomes a Failure and the rest goes on.

    Args:
        paths: files, folders (read recursively), globs, or "-" for JSONL on standard input.
        max_chars: a longer text is a failure.
        on_other: called with the name of each file of another kind that is passed over.
        stdin: where "-" reads from; None: the standard input of the process.

    Raises:
        UsageError: no path is given, one does not exist, a glob matches nothing, or "-" is given twice.
    """
    if not paths:
        raise UsageError("no input given", "PATH", "give a file, a folder, a glob, or - for standard input")
    if list(paths).count(STDIN) > 1:
        raise UsageError("standard input is given twice", STDIN, "give - once")
    # Looked up before the first article is read, so that a mistyped path stops the run at once.
    found = {path: find_inputs(path) for path in paths if path != STDIN}
    return _read_all(paths, found, max_chars, on_other, stdin)


def _read_all(
    paths: Sequence[str],
    found: dict[str, list[Found]],
    max_chars: int,
    on_other: Callable[[str], None] | None,
    stdin: BinaryIO | None,
) -> Iterator[RawArticle | Failure]:
    for path in paths:
        if path == STDIN:
            yield from read_jsonl(stdin or sys.stdin.buffer, STDIN, max_chars)
            continue
        for item in found[path]:
            if item.problem is not None:
                yield item.problem
            elif kind_of(item.path) == "other" and not item.asked_for:
                if on_other is not None:
                    on_other(item.source_file)
            else:
                yield from _read_file(item, max_chars)


def _read_file(item: Found, max_chars: int) -> Iterator[RawArticle | Failure]:
    kind = kind_of(item.path)
    # HTML pages get a reader of their own here, beside these two.
    if kind == "other":
        yield failure(item.source_file, "not a kind of file that can be read", "give a .txt or .jsonl file")
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
            if kind == "txt":
                if size > byte_limit(max_chars):
                    yield failure(
                        item.source_file,
                        f"{size} bytes, too long for a text of at most {max_chars} characters",
                        "part the text, or raise clean.max_chars in the params",
                    )
                    return
                yield read_txt(stream.read(byte_limit(max_chars) + 1), item.source_file, max_chars)
            else:
                yield from read_jsonl(stream, item.source_file, max_chars)
        except OSError as error:
            yield failure(item.source_file, f"cannot be read: {error.strerror}", "check the file and its disk")
