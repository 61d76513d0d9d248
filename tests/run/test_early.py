"""The process that starts before the command line is read: only where it can be of use, and never left behind."""

import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run import early, pool
from pipeline.run.early import begun, early_pool
from pipeline.run.options import RunOptions
from pipeline.run.setup import Setup

PATIENCE = 5.0  # seconds; a dead process counts as alive until the thread of its pool has noted its end


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early, "cores", lambda: 2)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder with kept results."""
    (tmp_path / "out" / ".argmap" / "cache").mkdir(parents=True)
    return tmp_path / "out"


@pytest.fixture
def setup(params: Params, out: Path) -> Setup:
    cache = out / ".argmap" / "cache"
    return Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), cache, one_page=True)


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    yield
    assert not early._begun
    assert nobody_lives()


def nobody_lives() -> bool:
    deadline = time.monotonic() + PATIENCE
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.01)
    return not multiprocessing.active_children()


def starts(*words: object) -> bool:
    with begun([str(word) for word in words]):
        return bool(multiprocessing.active_children())


def test_a_run_of_which_results_are_kept_starts_a_process(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert starts("run", "in", "--out", out)
    assert starts("run", f"--out={out}", "in")
    assert starts("run", "in", "--out", "elsewhere", "--cache", out / ".argmap" / "cache")
    monkeypatch.chdir(out)
    out.joinpath(".argmap").rename(out / "moved")
    (out / "outputs").mkdir()
    (out / "moved").rename(out / "outputs" / ".argmap")
    assert starts("run", "in")


@pytest.mark.parametrize("words", [["--workers", "3"], ["--workers=1"], ["--engine", "ray"], ["--no-keep"], ["--help"]])
def test_a_run_that_has_other_processes_starts_none(out: Path, words: list[str]) -> None:
    assert not starts("run", "in", "--out", out, *words)


def test_no_other_command_starts_one_nor_a_run_without_kept_results(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not starts()
    assert not starts("summary", "--out", out)
    assert not starts("run", "in", "--out", tmp_path / "new")
    assert not starts("run", "in", "--out")


def test_a_run_takes_the_process_that_was_started_for_it(out: Path, setup: Setup) -> None:
    with begun(["run", "in", "--out", str(out)]):
        started = {process.pid for process in multiprocessing.active_children()}
        with early_pool(setup, RunOptions()) as taken:
            assert taken is not None
            assert taken.submit(pool.prepare, setup).result() is None
            assert {process.pid for process in multiprocessing.active_children()} == started
        assert nobody_lives()


def test_a_run_that_wants_other_processes_leaves_it(setup: Setup, out: Path) -> None:
    with begun(["run", "in", "--out", str(out)]), early_pool(setup, RunOptions(workers=2)) as taken:
        assert taken is None


def test_a_system_without_semaphores_has_no_early_process(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early, "can_have_processes", lambda: False)
    assert not starts("run", "in", "--out", out)
