"""The Ray engine: jobs done by actors of Ray Data, on this machine or on a cluster that shares the output folder.

Articles and results go through files alone; Ray carries the names of parts, and receipts. Ray starts an actor again whose
process or machine was lost, and gives it the job once more.
"""

import logging
import os
import pickle
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.extras import need
from pipeline.run.jobs import Job
from pipeline.run.options import RunOptions
from pipeline.run.ray_inputs import write_input
from pipeline.run.ray_worker import ARTICLES, ERROR, PART, RayWorker
from pipeline.run.setup import Setup

STORE = 150 << 20  # bytes of the object store, through which next to nothing goes
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is sent anywhere
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # as later versions do it; else a warning
    "RAY_DATA_LOG_LEVEL": "CRITICAL",
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # what its C++ part writes to standard error
}


def run_ray(setup: Setup, jobs: Iterable[Job], options: RunOptions, articles: int) -> Iterator[int]:
    """Do the jobs by Ray; yield, as they are done, how many articles each had.

    Raises:
        UsageError: Ray is not installed or does not start, or no cluster is found at the address.
    """
    todo: list[dict[str, Any]] = []
    for job in jobs:
        part = job.part.absolute()  # an actor has another working folder
        write_input(replace(job, part=part))
        todo.append({PART: str(part), ARTICLES: len(job.raws)})
    if not todo:
        return
    here = _beside(setup, Path(todo[0][PART]).parent)
    with _joined(options, options.workers_for(articles)) as ray:
        workers = min(options.workers or int(ray.cluster_resources().get("CPU", 1)), len(todo))
        # A block a job, so that each is handed out, tried again and receipted by itself.
        data = ray.data.from_items(todo, override_num_blocks=len(todo)).map_batches(
            RayWorker, fn_constructor_args=(here,), batch_size=1, num_cpus=1, concurrency=(1, workers, workers)
        )
        data.context.enable_progress_bars = False
        data.context.print_on_execution_start = False
        for receipt in data.iter_rows():
            if receipt[ERROR]:
                raise pickle.loads(receipt[ERROR])  # noqa: S301 (from an actor of ours)
            yield int(receipt[ARTICLES])


def _beside(setup: Setup, folder: Path) -> Setup:
    """Lay the models beside the parts, where other machines find them too."""
    model, linker = folder / "stance.skops", folder / "linker.json"
    shutil.copyfile(setup.model, model)
    shutil.copyfile(setup.linker, linker)
    cache = setup.cache and setup.cache.absolute()
    return replace(setup, model=model, linker=linker, cache=cache)


@contextmanager
def _joined(options: RunOptions, cores: int) -> Iterator[Any]:
    """Use the Ray that this program has joined, or a cluster, or one started for this run, which ends with it."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    ray = need("ray", "ray")
    need("ray.data", "ray")
    if ray.is_initialized():
        yield ray
        return
    quiet = {"log_to_driver": False, "logging_level": logging.CRITICAL, "include_dashboard": False}
    try:
        if options.ray_address is None:
            ray.init("local", num_cpus=cores, object_store_memory=STORE, **quiet)
        else:
            ray.init(options.ray_address, **quiet)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(
            f"Ray does not start: {str(error).partition(chr(10))[0]}",
            options.ray_address or "this machine",
            "give the address of a running cluster, or none to start one here",
        ) from error
    try:
        yield ray
    finally:
        ray.shutdown()
