"""Keep parsed documents between stages: DocBins of a few articles each, one after the other in a file."""

import struct
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from pipeline.errors import MissingArtifactError

ATTRIBUTES = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID"]
LENGTH = struct.Struct("<Q")
CHUNK = 64  # articles in a DocBin


def write_parses(path: Path, docs: Iterable[Doc]) -> None:
    """Write documents in order; the file takes its name when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.part")
    try:
        with open(scratch, "wb") as out:
            box = DocBin(attrs=ATTRIBUTES)
            for doc in docs:
                box.add(doc)
                if len(box) == CHUNK:
                    _put(out.write, box)
                    box = DocBin(attrs=ATTRIBUTES)
            _put(out.write, box)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def _put(write: Callable[[bytes], object], box: DocBin) -> None:
    data = box.to_bytes()
    write(LENGTH.pack(len(data)))
    write(data)


def read_parses(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield the documents in order.

    Raises:
        MissingArtifactError: the stage `entities` has not written the file.
    """
    if not path.exists():
        raise MissingArtifactError(f"{path.name} is missing", str(path), "run `argmap entities` first")
    with open(path, "rb") as chunks:
        while head := chunks.read(LENGTH.size):
            yield from DocBin().from_bytes(chunks.read(LENGTH.unpack(head)[0])).get_docs(vocab)
