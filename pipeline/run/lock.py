"""One run at a time for an output folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError

try:
    import fcntl
except ImportError:  # Windows: no lock, as before
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(out: Path, folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the system lets go of it when the process ends, however it ends.

    Raises:
        UsageError: another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise UsageError(
                    "another run writes to this folder", str(out), "wait for it to end, or give another --out"
                ) from error
        yield
    finally:
        os.close(handle)
