"""Keep parsed documents between stages: one DocBin an article, one after the other in a file, each with its text's hash."""

import hashlib
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from pipeline.errors import MissingArtifactError
from pipeline.records.whole import whole

ATTRIBUTES = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID"]
LENGTH = struct.Struct("<Q")
DIGEST = 16  # bytes


def dump_parse(doc: Doc) -> bytes:
    """Give a parsed document as bytes."""
    return _digest(doc.text) + DocBin(attrs=ATTRIBUTES, docs=[doc]).to_bytes()


def load_parse(parse: bytes, vocab: Vocab) -> Doc:
    """Give the document back."""
    return next(iter(DocBin().from_bytes(parse[DIGEST:]).get_docs(vocab)))


def is_parse_of(parse: bytes, text: str) -> bool:
    """Tell whether a parse is that of a text, without taking it apart."""
    return parse[:DIGEST] == _digest(text)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=DIGEST).digest()


def put_parse(out: IO[bytes], parse: bytes) -> None:
    """Add a parse to a file of parses."""
    out.write(LENGTH.pack(len(parse)))
    out.write(parse)


@contextmanager
def parses_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of parses that takes its name when it is whole."""
    with whole(path) as scratch, open(scratch, "wb") as out:
        yield out


def read_parses(path: Path) -> Iterator[bytes]:
    """Yield the parses in order.

    Raises:
        MissingArtifactError: the stage `entities` has not written the file.
    """
    if not path.exists():
        raise MissingArtifactError(f"{path.name} is missing", str(path), "run `argmap entities` first")
    with open(path, "rb") as chunks:
        while head := chunks.read(LENGTH.size):
            yield chunks.read(LENGTH.unpack(head)[0])
