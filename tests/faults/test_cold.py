"""The real command line with all its start-up: killed at any time, interrupted, and one beside the other."""

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

from faults.cases import Case, judge
from faults.faulty import INTERRUPTED, OK, UNUSABLE, Ended, Server, argmap, files_of, half_written
from faults.series import Series

TWO = "run with two workers"


def is_gone(group: int) -> bool:
    """Tell whether no process of a group is left, waiting a little for them to see that the driver is gone."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        if _all_dead(group):
            return True
        time.sleep(0.05)
    return False


def _all_dead(group: int) -> bool:
    """Tell whether those left only wait for whoever adopted them to take note."""
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = place.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state not in "ZX":
            return False
    return True


def _lock(out: Path) -> Path:
    return out / ".argmap" / "lock"


def test_a_run_that_is_killed_at_any_time_leaves_whole_files(
    server: Server, cases: dict[str, Case], series: Series, out: Path
) -> None:
    case = cases[TWO]
    words = [word.replace("{out}", str(out)) for word in case.words]
    began = time.monotonic()
    assert argmap(*words).wait() == OK
    whole = time.monotonic() - began

    def trial(number: int) -> str:
        shutil.rmtree(out, ignore_errors=True)
        started = argmap(*words)
        time.sleep(whole * random.Random(number).random())  # noqa: S311 (a draw, not a secret)
        started.kill()
        started.communicate()
        if not is_gone(started.pid):
            return "left a process behind"
        if out.exists() and (odd := half_written(files_of(out), {}, case.new)):
            return f"half-written: {odd}"
        return case.again(server, out)

    series.go("kill -9 at any time of a whole process", range(10), trial, sample=1)


def test_an_interrupt_from_the_terminal_ends_all_and_the_run_goes_on_later(
    server: Server, cases: dict[str, Case], series: Series, out: Path
) -> None:
    case = cases[TWO]

    def trial(parts: int) -> str:
        shutil.rmtree(out, ignore_errors=True)
        started = argmap(*[word.replace("{out}", str(out)) for word in case.words])
        while started.poll() is None and not (
            _lock(out).exists() and len(list(out.glob(".argmap/parts/[0-9]*.part"))) >= parts
        ):
            time.sleep(0.001)
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGINT)
        _, said = started.communicate()
        ended = Ended(started.returncode, not is_gone(started.pid), False, said)
        # Where the last part came too fast, the run was over before the signal.
        return (
            judge(ended, (INTERRUPTED, OK))
            or ("" if ended.code == OK or "interrupted" in said else said)
            or case.again(server, out)
        )

    series.go("Ctrl-C of a whole process", [0, 0, 1, 2, 3], trial, sample=1)


def test_of_two_runs_on_one_folder_the_second_is_refused_and_the_first_is_undisturbed(
    server: Server, cases: dict[str, Case], series: Series, out: Path
) -> None:
    case = cases["run"]
    shutil.copytree(case.before, out)
    first = argmap(*[word.replace("{out}", str(out)) for word in case.words])
    while not _lock(out).exists():
        assert first.poll() is None
        time.sleep(0.001)
    second = case.start(server, out)
    assert first.wait() == OK
    first.communicate()
    problem = judge(second, (UNUSABLE,)) or ("" if files_of(out) == case.new else "the first was disturbed")
    series.add("second command on one folder", problem)
    assert not problem
