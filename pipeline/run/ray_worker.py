"""What an actor of Ray does: read the articles of a job, work them, commit the part, give a receipt."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import ArgmapError, UsageError
from pipeline.run.killed import CHANCES, killed
from pipeline.run.parts import is_done, write_part
from pipeline.run.ray_inputs import input_of, read_input
from pipeline.run.ray_tries import Tries
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked, Worker

PART, ERROR = "part", "error"  # columns of the jobs and their receipts
BETWEEN = "\0"  # what, where and fix of an error


class RayWorker:
    """One actor's pipeline; it stays loaded from job to job."""

    def __init__(self, setup: Setup) -> None:
        here = replace(setup)  # without what the driver worked out
        self._other = here.label_code != setup.label_code
        self._worker = Worker(here)

    def __call__(self, jobs: dict[str, Any]) -> dict[str, Any]:
        """Do jobs; an error of the machine, such as a full disk, is sent to the driver."""
        errors = [self._done(Path(part)) for part in jobs[PART]]
        return {PART: jobs[PART], ERROR: errors}

    def _done(self, part: Path) -> str:
        try:
            self._do(part)
        except ArgmapError as error:
            return BETWEEN.join((error.what, error.where, error.fix))
        except OSError as error:
            where = str(error.filename or part.name)
            return BETWEEN.join((error.strerror or str(error), where, "check the path, its permissions and free space"))
        return ""

    def _do(self, part: Path) -> None:
        if self._other:
            raise UsageError(
                "a machine of the cluster has another argmap, or other versions of what it uses",
                part.name,
                "install the same lock at all machines",
            )
        tries = Tries(part)
        if not (tries.before and is_done(part)):
            write_part(part, self._with_care(part, tries) if tries.before else self._plainly(part))
        input_of(part).unlink(missing_ok=True)
        tries.end()

    def _plainly(self, part: Path) -> Iterator[Worked]:
        """Work a job; with the pages, since a folder of kept results may be one of each machine's own."""
        return self._worker.stream(read_input(part), pages=True)

    def _with_care(self, part: Path, tries: Tries) -> Iterator[Worked]:
        """Work a job, during which a process died, article by article; one that kills it alone is a failure."""
        for number, raw in enumerate(read_input(part)):
            if tries.killed[number] >= CHANCES:
                yield Worked(raw.id, {}, killed(raw))
            else:
                tries.in_hand(number)
                yield from self._worker.work([raw], pages=True)
