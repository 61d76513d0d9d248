"""Small disks of their own, which root may make: for the outputs and for scratch files."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.articles import LATER, write
from faults.cases import Case, judge
from faults.faulty import OK, UNUSABLE, Ended, Server, argmap, files_of, half_written
from faults.series import Series

Disk = Callable[[int], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Make a disk of so many kB, or change its size."""
    place = tmp_path / "disk"
    place.mkdir()

    def sized(kilobytes: int) -> Path:
        how = ["-o", f"{'remount,' if place.is_mount() else ''}size={kilobytes}k"]
        if subprocess.run(["mount", "-t", "tmpfs", *how, "tmpfs", place], check=False, capture_output=True).returncode:
            pytest.skip("only root may make a small disk, and not in every container")
        return place

    yield sized
    if place.is_mount():
        subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("command", ["run", "clean", "maps", "report"])
def test_a_full_disk_leaves_whole_files_and_with_space_the_next_run_mends_the_rest(
    server: Server, cases: dict[str, Case], series: Series, disk: Disk, command: str
) -> None:
    case = cases[command]

    def trial(spare: int) -> str:
        out = disk(10_000) / "out"
        shutil.copytree(case.before, out)
        used = shutil.disk_usage(out).used // 1024
        disk(used + spare)
        ended = case.start(server, out)
        problem = judge(ended, (OK, UNUSABLE)) or str(
            half_written(files_of(out), files_of(case.before), case.new) or ""
        )
        if ended.code == UNUSABLE and "No space left" not in ended.said:
            problem = ended.said
        disk(10_000)
        problem = problem or case.again(server, out)
        shutil.rmtree(out)
        return problem

    series.go("disk with a few kB left", range(0, 120, 4), trial, sample=2)


def test_a_full_disk_for_scratch_files_is_told(series: Series, disk: Disk, tmp_path: Path) -> None:
    long = write(
        tmp_path / "long", {str(n): f"Number {n}. " + "The mayor of Alder spoke at length. " * 900 for n in range(200)}
    )
    started = argmap(
        "clean", long, "--out", tmp_path / "out", TMPDIR=str(disk(64))
    )  # SQLite looks at it when it is loaded
    _, said = started.communicate()
    problem = judge(Ended(started.returncode, False, False, said), (UNUSABLE,)) or ("" if "TMPDIR" in said else said)
    assert not (tmp_path / "out").exists()
    series.add("disk of scratch files full", problem)
    assert not problem


def test_a_report_that_finds_no_space_for_scratch_files_says_so(
    server: Server, cases: dict[str, Case], series: Series, disk: Disk, out: Path
) -> None:
    shutil.copytree(cases["report"].before, out)
    before = files_of(out)
    ended = cases["report"].start(server, out, TMPDIR=str(disk(4)))
    problem = judge(ended, (UNUSABLE,)) or ("" if "TMPDIR" in ended.said else ended.said)
    assert files_of(out) == before
    series.add("disk of scratch files full", problem)
    assert not problem


def test_no_folder_for_scratch_files_at_all_is_no_fault_where_another_can_be_had(
    server: Server, cases: dict[str, Case], series: Series, out: Path
) -> None:
    problem = cases["run"].trial(server, out, codes=(OK,), TMPDIR=os.devnull)
    series.add("TMPDIR is no folder", problem)
    assert not problem


def test_an_input_that_vanishes_while_it_is_read_is_a_failure_of_its_own(
    server: Server, series: Series, tmp_path: Path
) -> None:
    texts = write(tmp_path / "texts", LATER)
    ended = server.argmap("run", texts, "--out", tmp_path / "out", vanishing=texts / "fir.txt")
    problem = judge(ended, (1,))
    assert b"fir.txt" in files_of(tmp_path / "out")["failures.jsonl"]
    assert files_of(tmp_path / "out")["articles.jsonl"].count(b"\n") == len(LATER) - 1
    series.add("an input vanishes while it is read", problem)
    assert not problem
