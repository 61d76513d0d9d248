"""Worker processes that die, one after the other or with the driver; articles that kill them."""

import json
import shutil
import signal
from pathlib import Path

import pytest

from faults.articles import LATER, write
from faults.cases import Case, judge
from faults.faulty import INTERRUPTED, OK, SOME_FAILED, Fault, Server, files_of
from faults.series import Series

STEPS = range(1, 13)  # of a worker: folders, kept results and parts
TWO = "run with two workers"


@pytest.mark.parametrize("times", [1, 2])
def test_workers_that_are_killed_cost_nothing_but_time(
    server: Server, cases: dict[str, Case], series: Series, out: Path, times: int
) -> None:
    def trial(at: int) -> str:
        return cases[TWO].trial(server, out, Fault("kill", at, workers=True, times=times), (OK,))

    series.go(f"kill -9 of a worker, {'once' if times == 1 else 'twice'}", STEPS, trial, sample=2)


@pytest.mark.parametrize(
    ("kind", "title", "code"),
    [
        ("kill driver", "kill -9 of the driver while workers work", -signal.SIGKILL),
        ("terminate driver", "SIGTERM to the driver while workers work", -signal.SIGTERM),
        ("interrupt driver", "SIGINT to the driver while workers work", INTERRUPTED),
        ("interrupt all", "Ctrl-C, to all processes, while workers work", INTERRUPTED),
        ("terminate all", "SIGTERM to all processes while workers work", -signal.SIGTERM),
        ("kill all", "kill -9 of all processes", -signal.SIGKILL),
    ],
)
def test_a_driver_that_ends_takes_its_workers_with_it(
    server: Server, cases: dict[str, Case], series: Series, out: Path, kind: str, title: str, code: int
) -> None:
    series.go(title, STEPS, lambda at: cases[TWO].trial(server, out, Fault(kind, at, workers=True), (code,)), sample=1)


def test_an_article_that_kills_its_worker_is_a_failure_and_the_others_are_whole(
    server: Server, series: Series, tmp_path: Path
) -> None:
    others = write(tmp_path / "others", {name: text for name, text in LATER.items() if name != "fir"})
    texts = write(tmp_path / "texts", LATER)
    assert server.argmap("run", others, "--out", tmp_path / "expected").code == OK
    ended = server.argmap("run", texts, "--out", tmp_path / "out", "--workers", 2, deadly="fir")
    problem = judge(ended, (SOME_FAILED,))
    found, expected = files_of(tmp_path / "out"), files_of(tmp_path / "expected")
    (failure,) = [json.loads(line) for line in found.pop("failures.jsonl").splitlines()]
    assert failure["input"] == "fir.txt"
    assert "killed" in failure["error"]
    del expected["failures.jsonl"]
    problem = problem or ("" if found == expected else "the others are not whole")
    series.add("an article that kills whoever works it", problem)
    assert not problem


def test_what_failed_in_a_stopped_run_gets_another_chance(server: Server, cases: dict[str, Case], out: Path) -> None:
    case = cases[TWO]
    shutil.copytree(case.before, out)
    ended = case.start(server, out, Fault("kill", case.steps(server, out.with_name("count")) // 2), deadly="fir")
    assert ended.code == -signal.SIGKILL
    assert not case.again(server, out)
