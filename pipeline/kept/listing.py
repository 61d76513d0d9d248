"""A listing of files: it changes where one of them does, so that DVC, given the listing, need not look at each."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.records.jsonl import atomic


def write_listing(files: Mapping[str, Path], to: Path) -> None:
    """Write files as one JSON object, each by its name with its SHA-256."""
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(files.items())}
    with atomic(to) as out:
        out.write(json.dumps(hashes, indent=1) + "\n")
