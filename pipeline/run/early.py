"""A process that loads the parser while the driver still reads: where nearly all is kept, loading is most of a run."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

from pipeline.run.local import FORKS, can_have_processes, pool_of, prepare, stop_pool
from pipeline.run.options import RunOptions
from pipeline.run.setup import Setup


@contextmanager
def early_pool(setup: Setup, options: RunOptions) -> Iterator[ProcessPoolExecutor | None]:
    """Give a pool of one process that is loading, where results are kept and a second core is free; else None."""
    kept = setup.cache is not None and setup.cache.is_dir()
    if not (kept and FORKS and options.engine == "local" and options.may_choose() and can_have_processes()):
        yield None
        return
    pool = pool_of(setup, 1)
    try:
        with suppress(BrokenProcessPool):  # whoever uses the pool will notice too
            pool.submit(prepare)
        yield pool
    finally:
        stop_pool(pool)
