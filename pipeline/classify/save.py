"""Save a classifier with skops: plain arrays, no code in the file, and the same bytes for the same weights."""

import io
import re
import zipfile
from pathlib import Path

import skops.io

from pipeline.classify.store import arrays_of
from pipeline.classify.weights import Weights
from pipeline.records.jsonl import atomic_bytes

EPOCH = (1980, 1, 1, 0, 0, 0)
ID = re.compile(r'("__id__": |"file": ")(\d+)')


def save_model(weights: Weights, path: Path) -> None:
    """Write a classifier; memory addresses and dates, which skops puts into the file, are replaced."""
    atomic_bytes(path, _stable(skops.io.dumps(arrays_of(weights))))


def _stable(data: bytes) -> bytes:
    """Number the members of a skops file in order of use, and give them all one date."""
    source = zipfile.ZipFile(io.BytesIO(data))
    names: dict[str, str] = {}
    schema = ID.sub(lambda m: m[1] + names.setdefault(m[2], str(len(names) + 1)), source.read("schema.json").decode())
    members = [("schema.json", schema.encode())]
    for member in source.namelist():
        if member != "schema.json":
            stem, _, ending = member.partition(".")
            members.append((f"{names[stem]}.{ending}", source.read(member)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in sorted(members):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
