"""The local engine: any number of processes gives the same parts, and dead ones are replaced."""

import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.analysis.analyser import Analyser
from pipeline.errors import InputError
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.jobs import Job
from pipeline.run.local import run_here, run_local
from pipeline.run.parts import read_part
from pipeline.run.pool import pool_of, prepare, stop_pool
from pipeline.run.setup import Setup
from pipeline.run.worker import Worker
from pipeline.text.raw import RawArticle

TEXTS = [
    "Mayor Ida Brandt said the sanctuary rule keeps families safe.",
    "“It invites crime,” Sheriff Cole Mayhew answered.",
    "The council of Birch votes on Monday because the ban breaks the constitution.",
]
RAWS = [
    RawArticle(id=f"{n:02}", source_file="in.jsonl", sha256="", text=f"{TEXTS[n % 3]} Number {n}.") for n in range(11)
]

PARTS = ["0.part", "4.part", "8.part"]


@pytest.fixture
def setup(params: Params) -> Setup:
    return Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), None, one_page=True)


@pytest.fixture(autouse=True)
def _loaded_parser(monkeypatch: pytest.MonkeyPatch, analyser: Analyser) -> None:
    monkeypatch.setattr(Worker, "_analyser", analyser)


def jobs_in(folder: Path) -> list[Job]:
    return [Job(folder / f"{n}.part", tuple(RAWS[n : n + 4])) for n in range(0, len(RAWS), 4)]


def names(parts: Iterable[Path | None]) -> list[str]:
    """Name the parts in the order in which they were done; None is that all processes have work."""
    return [part.name if part else "" for part in parts]


def parts_of(folder: Path) -> dict[str, bytes]:
    """Read the parts; a killed process may have left another file, half-written and with a dot before its name."""
    return {part.name: part.read_bytes() for part in folder.glob("[!.]*")}


def test_one_two_and_three_processes_give_the_same_bytes(setup: Setup, tmp_path: Path) -> None:
    assert names(run_here(setup, jobs_in(tmp_path / "1"))) == PARTS
    for workers in (2, 3):
        assert names(run_local(setup, jobs_in(tmp_path / str(workers)), workers)) == ["", *PARTS]
    assert parts_of(tmp_path / "1") == parts_of(tmp_path / "2") == parts_of(tmp_path / "3")


def test_a_process_that_dies_between_two_jobs_is_replaced(setup: Setup, tmp_path: Path) -> None:
    """The pool is found broken when the next job is handed in, not when a result is waited for."""

    def jobs() -> Iterator[Job]:
        for number, job in enumerate(jobs_in(tmp_path / "2")):
            if number == 1:
                _kill_children()
            yield job

    assert names(run_local(setup, jobs(), 1)) == ["", *PARTS]
    list(run_here(setup, jobs_in(tmp_path / "1")))
    assert parts_of(tmp_path / "1") == parts_of(tmp_path / "2")


def _kill_children() -> None:
    """Kill the processes of the pool and wait until the pool has seen it."""
    import multiprocessing

    for process in multiprocessing.active_children():
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()


def test_an_article_that_breaks_the_program_is_a_failure_that_names_the_place(
    setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.run import worker

    clean = worker.clean_article  # type: ignore[attr-defined]

    def breaks(raw: RawArticle, original: str | None) -> object:
        if raw.id == "02":
            raise ValueError("no such label")
        return clean(raw, original)

    monkeypatch.setattr(worker, "clean_article", breaks)
    job = jobs_in(tmp_path)[0]
    assert names(run_here(setup, [job])) == PARTS[:1]
    (failure,) = read_part(job.part).failures.items()
    assert failure[0] == RAWS.index(next(raw for raw in RAWS if raw.id == "02"))
    assert "ValueError: no such label" in failure[1].error


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_cannot_be_used_stops_the_run(params: Params, tmp_path: Path, workers: int) -> None:
    (tmp_path / "linker.json").write_text("{}")
    setup = Setup(params, shipped("models/stance.skops"), tmp_path / "linker.json", None, one_page=True)
    jobs = jobs_in(tmp_path / "parts")
    with pytest.raises(InputError, match="not a linker"):
        list(run_here(setup, jobs) if workers == 1 else run_local(setup, jobs, workers))


def test_a_pool_that_was_started_for_another_number_of_pages_works_by_the_setup_of_the_run(
    setup: Setup, tmp_path: Path
) -> None:
    other = replace(setup, one_page=False)
    pool = pool_of(other, 1)
    pool.submit(prepare, other)
    assert names(run_local(setup, jobs_in(tmp_path / "2"), 1, pool)) == ["", *PARTS]
    pool.submit(os.getpid).result()  # who gave it may go on with it
    stop_pool(pool)
    list(run_here(setup, jobs_in(tmp_path / "1")))
    assert parts_of(tmp_path / "1") == parts_of(tmp_path / "2")


def test_a_pool_whose_process_died_before_it_was_needed_is_replaced(setup: Setup, tmp_path: Path) -> None:
    pool = pool_of(setup, 1)
    pool.submit(prepare, setup).result()
    _kill_children()
    assert names(run_local(setup, jobs_in(tmp_path), 1, pool)) == ["", *PARTS]
    assert len(parts_of(tmp_path)) == 3
