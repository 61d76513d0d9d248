"""One command at a time for an output folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from pipeline.errors import UsageError
from pipeline.own_folder import OWN

try:
    import fcntl
except ImportError:  # Windows: no lock, as before
    fcntl = None  # type: ignore[assignment]

P = ParamSpec("P")
R = TypeVar("R")
TRIES = 10  # another command may remove its lock and its folder between two of our steps


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the system lets go of it when the process ends, however it ends.

    Where nothing else was left in it, the folder goes with the lock.

    Raises:
        UsageError: another command holds it, or there is a file of its name.
    """
    if out.exists() and not out.is_dir():
        raise UsageError("not a folder", str(out), "give a folder with --out")
    new = not out.exists()
    path = out / OWN / "lock"
    handle = _acquired(path, out)
    try:
        yield
    finally:
        for remove, place in [(os.unlink, path), (os.rmdir, path.parent), (os.rmdir, out)][: 3 if new else 2]:
            with suppress(OSError):
                remove(place)
        os.close(handle)


def alone(command: Callable[P, R]) -> Callable[P, R]:
    """Make a command hold the lock of its folder `out`."""

    @wraps(command)
    def holding(*words: P.args, **options: P.kwargs) -> R:
        with locked(Path(str(options["out"]))):
            return command(*words, **options)

    return holding


def _acquired(path: Path, out: Path) -> int:
    for left in reversed(range(TRIES)):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except (FileNotFoundError, FileExistsError):  # it went between two looks at it
            if left:
                continue
            raise
        try:
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(path, handle):
                return handle
        except BlockingIOError:
            os.close(handle)
            break
        except OSError:  # a file system without locks
            return handle
        os.close(handle)
    raise UsageError("another argmap writes to this folder", str(out), "wait for it to end, or give another --out")


def _is_still(path: Path, handle: int) -> bool:
    """Tell whether the file that was opened still has its name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
