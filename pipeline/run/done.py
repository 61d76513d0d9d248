"""Which jobs the engine has done."""

from collections.abc import Generator
from pathlib import Path

from pipeline.run.jobs import Planned


class Done:
    """The parts that an engine yields as they are done; while one is waited for, the engine works on.

    The disk is not asked: a network folder may not show at once what another machine has written.
    """

    def __init__(self, parts: Generator[Path | None, None, None]) -> None:
        self._parts = parts
        self._ready: set[str] = set()
        self._next()  # hands out the first jobs

    def wait(self, job: Planned) -> None:
        """Return when a job is done, or when nothing is worked any more."""
        while job.to_do and job.part.name not in self._ready and self._next():
            pass

    def close(self) -> None:
        """End the engine."""
        self._parts.close()

    def _next(self) -> bool:
        part = next(self._parts, None)
        if part:
            self._ready.add(part.name)
        return part is not None
