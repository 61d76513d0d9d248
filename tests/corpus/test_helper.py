"""The process that helps: the same bytes as without it, and told plainly when it is gone."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from pipeline.corpus.digest import read_digests
from pipeline.corpus.helper import Helper, HelperGoneError
from pipeline.corpus.write_corpus import gathering, write_gathered
from pipeline.params import Params
from pipeline.run.pool import pool_of, stop_pool

FILES = ("claims.jsonl", "actors.jsonl", "outlets.jsonl")


@pytest.fixture
def pool() -> Iterator[ProcessPoolExecutor]:
    started = pool_of(None, 1)
    yield started
    stop_pool(started)


def write(out: Path, source: Path, params: Params, helper: Helper) -> None:
    """Write the corpus files of a run's articles."""
    with gathering(params.corpus, helper) as gathered:
        for number, digest in enumerate(read_digests(source, params.corpus)):
            gathered.add(number, digest)
        write_gathered(out, params.corpus, gathered, helper=helper)


def test_with_a_helper_the_files_are_the_same(
    run_on_seeds: Path, tmp_path: Path, params: Params, pool: ProcessPoolExecutor
) -> None:
    shared = tmp_path / "own" / "corpus.db"
    for _ in range(2):  # the second time over what the first has left
        write(tmp_path, run_on_seeds, params, Helper(pool, shared))
        for name in FILES:
            assert (tmp_path / name).read_bytes() == (run_on_seeds / name).read_bytes()


def test_a_helper_that_died_is_told(
    run_on_seeds: Path, tmp_path: Path, params: Params, pool: ProcessPoolExecutor
) -> None:
    for process in pool._processes.values():
        process.kill()
    with pytest.raises(HelperGoneError):
        write(tmp_path, run_on_seeds, params, Helper(pool, tmp_path / "corpus.db"))
    assert not [name for name in FILES if (tmp_path / name).exists()]


def test_a_helper_that_was_stopped_is_told(
    run_on_seeds: Path, tmp_path: Path, params: Params, pool: ProcessPoolExecutor
) -> None:
    stop_pool(pool)
    with pytest.raises(HelperGoneError):
        write(tmp_path, run_on_seeds, params, Helper(pool, tmp_path / "corpus.db"))


def test_a_database_that_finds_no_room_is_told(tmp_path: Path, params: Params, pool: ProcessPoolExecutor) -> None:
    with (
        pytest.raises(HelperGoneError),
        gathering(params.corpus, Helper(pool, tmp_path / "shared.db")) as gathered,
    ):
        gathered.db.execute("PRAGMA max_page_count = 1")
        gathered.db.execute("CREATE TABLE more (word TEXT)")
