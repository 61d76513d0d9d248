"""Killed, interrupted, out of space or refused at any step on the disk: files are whole, and the next run mends the rest."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.articles import STAGES
from faults.cases import Case
from faults.faulty import INTERRUPTED, OK, UNUSABLE, Fault, Server
from faults.series import Series

COARSE = 5  # every so many steps for what leaves no more behind than a kill
RUNS = ("run", "run into an empty folder", "run with pages")
KINDS = {
    "kill": ("kill -9 at a step", (-signal.SIGKILL,)),
    "terminate": ("SIGTERM at a step", (-signal.SIGTERM,)),
    "interrupt": ("Ctrl-C at a step", (INTERRUPTED,)),
    "full": ("disk full from a step on", (OK, UNUSABLE)),  # what is only kept to save time is done without
    "broken": ("one step refused (EIO)", (OK, UNUSABLE)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", [*RUNS, *STAGES])
def test_a_strike_at_any_step_leaves_whole_files_and_the_next_run_mends_the_rest(
    server: Server,
    cases: dict[str, Case],
    steps: Callable[[str], int],
    series: Series,
    out: Path,
    command: str,
    kind: str,
) -> None:
    name, codes = KINDS[kind]
    title = f"{name}: {command if command in RUNS else 'stages'}"
    points = range(1, steps(command) + 1, 1 if kind == "kill" else COARSE)
    series.go(
        title,
        points,
        lambda at: cases[command].trial(server, out, Fault(kind, at), codes),
        3 if command == "run" else 1,
    )


@pytest.mark.parametrize("size", [1, 100, 1000, 3000, 10_000, 30_000, 50_000])
@pytest.mark.parametrize("command", ["run", "run with two workers", "entities"])
def test_files_that_cannot_grow_leave_whole_files_and_the_next_run_mends_the_rest(
    server: Server, cases: dict[str, Case], series: Series, out: Path, command: str, size: int
) -> None:
    """What a full disk does to writes, for every user and on every system of files: no file may be longer."""
    codes = (UNUSABLE,) if size == 1 else (OK, UNUSABLE)
    series.go(
        "no file may grow beyond a size",
        [size],
        lambda at: cases[command].trial(server, out, codes=codes, largest_file=at),
    )
