"""The local engine: jobs done by this process, or by several on this machine."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from pathlib import Path

from pipeline.run.collector import patient_collector
from pipeline.run.jobs import Job
from pipeline.run.killed import CHANCES, killed
from pipeline.run.parts import write_part
from pipeline.run.pool import pool_of, stop_pool, this_process, work_by
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked, Worker
from pipeline.text.raw import RawArticle

AHEAD = 2  # jobs a process that wait for it


def run_here(setup: Setup, jobs: Iterable[Job]) -> Iterator[Path]:
    """Do the jobs one after the other; yield their parts."""
    worker = Worker(setup)
    for job in jobs:
        with patient_collector():
            write_part(job.part, worker.stream(job.raws))
        yield job.part


def run_local(
    setup: Setup, jobs: Iterable[Job], workers: int, pool: ProcessPoolExecutor | None = None
) -> Iterator[Path | None]:
    """Do the jobs by several processes; yield their parts in order, and before them None, when all have work.

    A few jobs are held at a time. When a process dies, its jobs are done again with care. `pool` has as many processes,
    started for a setup that differs in nothing that takes time to load; who gave it stops it.
    """
    given = pool
    source = iter(jobs)
    waiting: deque[tuple[Job, Future[None]]] = deque()
    try:
        if pool:
            pool.submit(work_by, setup)
    except BrokenProcessPool:
        pool = None
    pool = pool or pool_of(setup, workers)
    try:
        for filled in count():
            while len(waiting) < workers * AHEAD and (job := next(source, None)):
                waiting.append((job, _submit(pool, job)))
            if not filled:
                yield None
            if not waiting:
                return
            job, done = waiting[0]
            try:
                done.result()
            except BrokenProcessPool:
                stop_pool(pool)
                for job, done in waiting:
                    if not _is_committed(done):
                        _with_care(setup, job)
                    yield job.part
                waiting.clear()
                pool = pool_of(setup, workers)
            else:
                waiting.popleft()
                yield job.part
    finally:
        if pool is not given:
            stop_pool(pool)


def _submit(pool: ProcessPoolExecutor, job: Job) -> Future[None]:
    """Hand in a job; where a process died since the last one, its result says so."""
    try:
        return pool.submit(_do, job)
    except BrokenProcessPool as error:
        broken: Future[None] = Future()
        broken.set_exception(error)
        return broken


def _is_committed(done: Future[None]) -> bool:
    return done.done() and not done.cancelled() and done.exception() is None


def _do(job: Job) -> None:
    with patient_collector():
        write_part(job.part, this_process().worker.stream(job.raws))


def _do_one(raw: RawArticle) -> list[Worked]:
    return this_process().worker.work([raw])


def _with_care(setup: Setup, job: Job) -> None:
    """Do a job, during which a process died, article by article; one that kills its process alone is a failure."""
    results: list[Worked] = []
    pool = pool_of(setup, 1)
    try:
        for raw in job.raws:
            for _ in range(CHANCES):
                try:
                    found = pool.submit(_do_one, raw).result()
                    break
                except BrokenProcessPool:
                    stop_pool(pool)
                    pool = pool_of(setup, 1)
            else:
                found = [Worked(raw.id, {}, killed(raw))]
            results += found
    finally:
        stop_pool(pool)
    write_part(job.part, results)
