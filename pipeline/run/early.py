"""A process that loads the parser while the driver still reads: where nearly all is kept, loading is most of a run.

Little is imported here, so that it starts early.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.own_folder import OWN
from pipeline.run.pool import FORKS, can_have_processes, cores, import_all, pool_of, prepare, stop_pool

if TYPE_CHECKING:
    from pipeline.run.options import RunOptions
    from pipeline.run.setup import Setup

AGAINST = ("--workers", "--engine", "--no-keep", "--help", "-h")  # options by which a run has other processes, or none
_begun: list[ProcessPoolExecutor] = []  # one, or none


@contextmanager
def begun(words: Sequence[str]) -> Iterator[None]:
    """Have a process import what a parser needs, where a command line may be a run of which results are kept.

    A guess, which costs nothing but the process where it is wrong: the command line is read later.
    """
    if _may_be_of_kept(words) and _can():
        _begun.append(pool_of(None, 1))
        _begun[0].submit(import_all)
    try:
        yield
    finally:
        while _begun:
            stop_pool(_begun.pop())


@contextmanager
def early_pool(setup: "Setup", options: "RunOptions") -> Iterator[ProcessPoolExecutor | None]:
    """Give a pool of one process that is loading, where results are kept and a second core is free; else None."""
    kept = setup.cache is not None and setup.cache.is_dir()
    if not (kept and options.engine == "local" and options.workers is None and _can()):
        yield None
        return
    pool = _begun.pop() if _begun else pool_of(setup, 1)
    try:
        with suppress(BrokenProcessPool):  # whoever uses the pool will notice too
            pool.submit(prepare, setup)
        yield pool
    finally:
        stop_pool(pool)


def _can() -> bool:
    return FORKS and cores() > 1 and can_have_processes()


def _may_be_of_kept(words: Sequence[str]) -> bool:
    if list(words[:1]) != ["run"] or any(word.partition("=")[0] in AGAINST for word in words):
        return False
    out = _option(words, "--out") or "outputs"
    return Path(_option(words, "--cache") or f"{out}/{OWN}/cache").is_dir()


def _option(words: Sequence[str], name: str) -> str | None:
    """Give the last value of an option, as the command line would."""
    values = [after for word, after in pairwise(words) if word == name]
    values += [word.partition("=")[2] for word in words if word.startswith(f"{name}=")]
    return values[-1] if values else None
