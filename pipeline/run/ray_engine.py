"""The Ray engine: jobs done by actors of Ray Data, on this machine or on a cluster that shares the output folder.

Articles and results go through files alone; Ray carries the names of parts, and receipts. Ray starts an actor again whose
process or machine was lost, and gives it the job once more.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.run.jobs import Job
from pipeline.run.options import RunOptions
from pipeline.run.ray_inputs import write_input
from pipeline.run.ray_start import joined
from pipeline.run.ray_worker import BETWEEN, ERROR, PART, RayWorker
from pipeline.run.setup import Setup


def run_ray(setup: Setup, jobs: Iterable[Job], options: RunOptions, articles: int) -> Iterator[Path]:
    """Do the jobs by Ray; yield their parts as they are done.

    Raises:
        UsageError: Ray is not installed or does not start, or no cluster is found at the address.
    """
    todo: list[dict[str, Any]] = []
    for job in jobs:
        part = job.part.absolute()  # an actor has another working folder
        write_input(replace(job, part=part))
        todo.append({PART: str(part)})
    if not todo:
        return
    folder = Path(todo[0][PART]).parent
    here = _beside(setup, folder)
    with joined(options.ray_address, options.workers_for(articles), folder / "ray.log") as ray:
        for receipt in _receipts(ray, here, todo, options.workers):
            if receipt[ERROR]:
                raise UsageError(*str(receipt[ERROR]).split(BETWEEN))
            yield Path(receipt[PART])


def _receipts(ray: Any, setup: Setup, todo: list[dict[str, Any]], workers: int | None) -> Iterator[dict[str, Any]]:
    cores = int(ray.cluster_resources().get("CPU", 1))
    most = min(workers or max(cores, 1), len(todo))
    # A block a job, so that each is handed out, tried again and receipted by itself. Fewer actors than `most` are no
    # reason to wait, be it that a machine was lost.
    data = ray.data.from_items(todo, override_num_blocks=len(todo)).map_batches(
        RayWorker, fn_constructor_args=(setup,), batch_size=1, num_cpus=1, concurrency=(1, most, most)
    )
    data.context.enable_progress_bars = False
    data.context.print_on_execution_start = False
    try:
        yield from data.iter_rows()
    except ray.exceptions.RayError as error:
        raise UsageError(
            f"Ray gave up: {str(error).strip().splitlines()[-1]}",
            "an actor",
            "see that all machines have argmap and the output folder; the run goes on where it was",
        ) from error


def _beside(setup: Setup, folder: Path) -> Setup:
    """Lay the models beside the parts, where other machines find them too."""
    model, linker = folder / "stance.skops", folder / "linker.json"
    shutil.copyfile(setup.model, model)
    shutil.copyfile(setup.linker, linker)
    cache = setup.cache and setup.cache.absolute()
    return replace(setup, model=model, linker=linker, cache=cache)
