"""What kind of file a name stands for, how it is packed, and the id that it gives."""

from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["txt", "html", "jsonl", "csv", "tsv", "parquet", "other"]
Packing = Literal["gz", "zst"]
KINDS: dict[str, Kind] = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
PACKINGS: dict[str, Packing] = {".gz": "gz", ".zst": "zst"}
READABLE = ".txt, .html, .jsonl, .csv, .tsv (each also as .gz or .zst) or .parquet"


def kind_of(name: str) -> tuple[Kind, Packing | None]:
    """Give the kind and the packing of a file by its suffixes, small or capital; Parquet packs itself."""
    path = PurePosixPath(name)
    packing = PACKINGS.get(path.suffix.lower())
    kind = KINDS.get(PurePosixPath(path.stem if packing else path.name).suffix.lower(), "other")
    return ("other", None) if packing and kind == "parquet" else (kind, packing)


def id_of(name: str) -> str:
    """Give the id of the article that a whole file holds: the file's name without its suffixes of kind and packing."""
    path = PurePosixPath(name)
    return PurePosixPath(path.stem).stem if kind_of(name)[1] else path.stem
