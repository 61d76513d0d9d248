"""Processes that work side by side, each with a pipeline of its own; little is imported here, so that they start early."""

import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import cached_property
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING

from pipeline.loading import uncollected

if TYPE_CHECKING:
    from pipeline.run.setup import Setup
    from pipeline.run.worker import Worker

# Forked processes need no import of the caller's main module; elsewhere forking is not safe.
FORKS = sys.platform == "linux"
START = "fork" if FORKS else "spawn"


class Process:
    """What a process of the pool has."""

    def __init__(self, setup: "Setup | None") -> None:
        """Without a setup it can import, and work once `work_by` has given one."""
        self._setup = setup

    @cached_property
    def worker(self) -> "Worker":
        """Its pipeline, imported here, by the side of the driver."""
        from pipeline.run.worker import Worker

        if self._setup is None:
            raise RuntimeError("a process without a setup cannot work")
        return Worker(self._setup)

    def work_by(self, setup: "Setup") -> None:
        """Work by a setup from now on; what is loaded by another one stays."""
        self._setup = setup
        if "worker" in vars(self):
            self.worker.setup = setup


_this: Process  # of a process of the pool


def this_process() -> Process:
    """Give what the process has that this is called in, which is one of a pool."""
    return _this


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_have_processes() -> bool:
    """Tell whether this system lets processes work together; some containers give them no semaphores."""
    try:
        get_context(START).Lock()
    except (ImportError, NotImplementedError, OSError):
        return False
    return True


def pool_of(setup: "Setup | None", workers: int) -> ProcessPoolExecutor:
    """Start processes; from their first moment a Ctrl-C is left to the driver, which ends them."""
    pool = ProcessPoolExecutor(workers, get_context(START), _start, (setup,))
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if FORKS else None
    try:
        pool.submit(os.getpid)  # the first job forks them all
    finally:
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
    return pool


def stop_pool(pool: ProcessPoolExecutor) -> None:
    """End a pool at once; what its processes had in hand is not committed."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    for process in processes:
        process.join()


def import_all() -> None:
    """Import what the first article would wait for."""
    with uncollected():
        import pipeline.analysis.analyser
        import pipeline.analysis.labeller
        import pipeline.classify.model
        import pipeline.graph.linker
        import pipeline.report.drawn
        import pipeline.run.worker  # noqa: F401


def prepare(setup: "Setup") -> None:
    """Load what the first article would wait for."""
    _this.work_by(setup)
    _this.worker.load()


def work_by(setup: "Setup") -> None:
    """Work by another setup of the same params and models from now on."""
    _this.work_by(setup)


def _start(setup: "Setup | None") -> None:
    """Prepare a process of the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    global _this
    _this = Process(setup)


def _end_with_parent() -> None:
    """End when the driver is gone, however it went; else the process would hold the run's lock."""
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
