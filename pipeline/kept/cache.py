"""Results kept from run to run, by a hash of all that they depend on.

A file a result, `LAYER/ab/abcdef….box`. Its name is the key, its content is compressed, carries a checksum and repeats the
key: what is damaged or stands under a wrong name counts as absent. Files appear whole by rename, so that any number of
processes may share a folder. Without the folder nothing is lost but time.
"""

import os
from array import array
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import numpy as np

from pipeline.kept.box import DamagedError, Pieces, pack, unpack
from pipeline.records.whole import unique_scratch_of, whole

KEY = "key"
ENDING = ".box"
TOGETHER = 4096  # files that are looked up together when what was not used is removed
NO_HEAD = 0


class Cache:
    """A folder of kept results; `folder` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = None if folder is None else str(folder)
        self.writable = folder is not None

    def get(self, layer: str, key: str) -> Pieces | None:
        """Give the pieces that were kept under a key, or None."""
        if self._folder is None:
            return None
        path = _path(self._folder, layer, key)
        try:
            with open(path, "rb") as box:
                pieces = unpack(box.read())
        except OSError:
            return None
        except DamagedError:
            pieces = {}
        if pieces.pop(KEY, b"") != key.encode():
            with suppress(OSError):  # so that `has` does not promise it again
                Path(path).unlink()
            return None
        _touch(path)
        return pieces

    def has(self, layer: str, key: str) -> bool:
        """Tell whether something is kept under a key, and that it is used; only `get` finds out whether it is whole."""
        if self._folder is None:
            return False
        path = _path(self._folder, layer, key)
        return _touch(path) or Path(path).is_file()

    def put(self, layer: str, key: str, pieces: Pieces) -> None:
        """Keep pieces; a folder that cannot be written to (a full disk, a shared one) is no reason to stop."""
        if self.writable:
            self.put_box(layer, key, pack({KEY: key.encode(), **pieces}))

    def put_box(self, layer: str, key: str, box: bytes) -> None:
        """Keep pieces that are packed with their key."""
        if not self.writable or self._folder is None:
            return
        path = Path(_path(self._folder, layer, key))
        try:
            with whole(path, unique_scratch_of(path)) as scratch:
                scratch.write_bytes(box)
        except OSError:
            self.writable = False


# Paths are strings here, since making a Path takes as long as looking it up on the disk.


def _touch(path: str) -> bool:
    """Note that a result is used, and tell whether it could be noted: what is not goes first when a shared folder is pruned."""
    try:
        os.utime(path)
    except OSError:
        return False
    return True


def _path(folder: str, layer: str, key: str) -> str:
    return f"{folder}/{layer}/{key[:2]}/{key}{ENDING}"


def kept_files(layer: Path) -> Iterator[str]:
    """Walk the paths of the kept results of a layer, and of what a killed process left half-written."""
    with suppress(OSError):
        for place in sorted(name for name in os.listdir(layer) if len(name) == 2):  # noqa: PTH208 (as above)
            with suppress(OSError):  # no folder, or one that another run has just removed
                names = os.listdir(f"{layer}/{place}")  # noqa: PTH208
                yield from [f"{layer}/{place}/{name}" for name in names if name.endswith((ENDING, ".part"))]


class Used:
    """Keys that a run used, eight bytes each."""

    def __init__(self) -> None:
        self._heads = array("Q")

    def add(self, *keys: str) -> None:
        """Note keys."""
        self._heads.extend(int(key[:16], 16) for key in keys)

    def prune(self, layer: Path) -> int:
        """Remove what was not used of a layer, and what a killed process left half-written; return the number of files."""
        used = np.unique(np.frombuffer(self._heads, dtype=np.uint64))
        files = kept_files(layer)
        dropped = 0
        while some := list(islice(files, TOGETHER)):
            heads = np.array([_head(path) for path in some], dtype=np.uint64)
            for path, is_used in zip(some, np.isin(heads, used), strict=True):
                if not is_used:
                    with suppress(OSError):  # a folder of others, or one that others empty too; it costs space alone
                        os.unlink(path)  # noqa: PTH108 (a Path takes longer)
                        dropped += 1
        return dropped


def _head(path: str) -> int:
    """Give the beginning of the key in a file's name, or what no key begins with."""
    name = path.rpartition("/")[2]
    with suppress(ValueError):
        return int(name[:16], 16) if name.endswith(ENDING) else NO_HEAD
    return NO_HEAD
