"""Read the articles of one file by its kind, unpacked on the way."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.columns import Columns
from pipeline.text.decode import byte_limit
from pipeline.text.kinds import READABLE, kind_of
from pipeline.text.raw import RawArticle, failure
from pipeline.text.read_csv import read_csv
from pipeline.text.read_html import MARKUP, read_html
from pipeline.text.read_jsonl import read_jsonl
from pipeline.text.read_parquet import read_parquet
from pipeline.text.read_txt import read_txt
from pipeline.text.unpack import unpacked

SEPARATORS = {"csv": ",", "tsv": "\t"}


def read_file(path: str, source_file: str, max_chars: int, columns: Columns) -> Iterator[RawArticle | Failure]:
    """Yield the articles and failures of a file; `source_file` is its name in records and messages."""
    kind, packing = kind_of(source_file)
    if kind == "other":
        yield failure(source_file, "not a kind of file that can be read", f"give a file that ends in {READABLE}")
        return
    try:
        with open(path, "rb") as stream:
            if packing is None:
                size = os.fstat(stream.fileno()).st_size
                yield from _read(stream, size, kind, source_file, max_chars, columns)
            else:
                plain = unpacked(stream, packing, source_file)
                for got in _read(plain, 0, kind, source_file, max_chars, columns):
                    yield _of_packed(stream, got) if kind in ("txt", "html") else got
    except InputError as error:
        yield failure(error.where, error.what, error.fix)
    except OSError as error:
        yield failure(
            source_file, f"cannot be read: {error.strerror or error}", "check that the file may be read, and its disk"
        )


def _of_packed(stream: BufferedReader, got: RawArticle | Failure) -> RawArticle | Failure:
    """Give a whole file's article the hash of the file as it is, packed."""
    if isinstance(got, Failure):
        return got
    stream.seek(0)
    return replace(got, sha256=hashlib.file_digest(stream, "sha256").hexdigest())


def _read(
    stream: BinaryIO, size: int, kind: str, source_file: str, max_chars: int, columns: Columns
) -> Iterator[RawArticle | Failure]:
    """Read a stream; `size` is what is known of it, 0 when it is packed.

    Raises:
        InputError: the stream is broken.
        OSError: it cannot be read.
    """
    if kind == "jsonl":
        yield from read_jsonl(stream, source_file, max_chars, columns)
    elif kind in SEPARATORS:
        yield from read_csv(stream, source_file, max_chars, columns, SEPARATORS[kind])
    elif kind == "parquet":
        yield from read_parquet(stream, source_file, max_chars, columns)
    else:
        # Size before content: what cannot hold an article that is short enough is not read to its end.
        limit = byte_limit(max_chars) * (MARKUP if kind == "html" else 1)
        data = stream.read(limit + 1) if size <= limit else b""
        if max(size, len(data)) > limit:
            yield failure(
                source_file,
                f"more than {limit} bytes, too long for a text of at most {max_chars} characters",
                "part the text, or raise clean.max_chars in the params",
            )
            return
        yield (read_html if kind == "html" else read_txt)(data, source_file, max_chars)
