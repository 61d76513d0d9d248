"""Files that take their name when all of them is written; whatever goes wrong, what was there stays."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def scratch_of(file: Path) -> Path:
    """Give the path under which a file is written until all of it is there."""
    return file.with_name(f".{file.name}.part")


def unique_scratch_of(file: Path) -> Path:
    """Give one that no other process has; for folders to which several write."""
    return file.with_name(f".{file.name}.{os.urandom(8).hex()}.part")


@contextmanager
def whole(path: Path, scratch: Path | None = None) -> Iterator[Path]:
    """Give the path to write to, that of `scratch_of` unless another is given; its folder is made.

    What must outlast a loss of power is brought to the disk inside the block, as `atomic` does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = scratch or scratch_of(path)
    try:
        yield scratch
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
