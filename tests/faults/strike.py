"""Strike a command at its k-th step on the disk: kill it, interrupt it, or let the disk be full or broken from then on.

Steps are seen by an audit hook of the interpreter, just before each file is opened for writing, renamed or removed, and
before each folder is made or removed. Between two steps nothing changes but the content of files under scratch names.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
GROWS = {"open", "os.mkdir"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


SIGNALS = {"kill": signal.SIGKILL, "interrupt": signal.SIGINT, "terminate": signal.SIGTERM}


@contextmanager
def strike(fault: dict[str, Any]) -> Iterator[None]:
    """Do it while the block runs; "count" writes the number of steps to the file `to` instead.

    A kind that ends in "driver" or "all" strikes the driver or every process, whoever made the step.
    """
    steps = 0
    driver = os.getpid()
    folder, kind, at, in_workers = fault["folder"], fault["kind"], fault["at"], fault["workers"]
    name, _, whom = kind.partition(" ")

    def hook(event: str, values: tuple[Any, ...]) -> None:
        nonlocal steps
        if not _is_step(event, values, folder) or (os.getpid() == driver) == in_workers:
            return
        steps += 1
        if kind == "full" and steps >= at and event in GROWS:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(values[0]))
        if steps != at or (in_workers and not _is_due(fault)):
            return
        if kind == "broken":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(values[0]))
        if kind == "clear":
            shutil.rmtree(Path(folder, ".argmap", "cache"), ignore_errors=True)
        elif name in SIGNALS and whom == "all":
            os.killpg(0, SIGNALS[name])
        elif name in SIGNALS:
            os.kill(driver if whom == "driver" else os.getpid(), SIGNALS[name])

    sys.addaudithook(hook)
    try:
        yield
    finally:
        if kind == "count":
            Path(fault["to"]).write_text(str(steps))


def _is_due(fault: dict[str, Any]) -> bool:
    """Take one of the strikes that are left for all workers together; each is a file that is made once."""
    for number in range(fault["times"]):
        with suppress(FileExistsError):
            os.close(os.open(f"{fault['to']}.{number}", os.O_CREAT | os.O_EXCL))
            return True
    return False


def _is_step(event: str, values: tuple[Any, ...], folder: str) -> bool:
    if event == "open":
        path, mode, flags = values
        if not (flags & WRITING if isinstance(flags, int) else "r" not in str(mode)):
            return False
    elif event in CHANGES:
        path = values[0]
    else:
        return False
    return isinstance(path, (str, os.PathLike)) and (not os.path.isabs(path) or str(path).startswith(folder))  # noqa: PTH117
