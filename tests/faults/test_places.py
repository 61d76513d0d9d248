"""Output folders that cannot be used, or that another command uses."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.articles import LATER, STAGES, write
from faults.cases import Case, judge
from faults.faulty import UNUSABLE, Server, files_of
from faults.series import Series
from pipeline.lock import locked

NOBODY = 65534


@pytest.fixture
def anyones() -> Iterator[Path]:
    """A folder that users other than root can reach."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o755)
        yield place


@pytest.mark.parametrize("command", ["run", *STAGES])
def test_a_folder_that_may_not_be_written_to_is_told_and_stays_as_it_is(
    server: Server, cases: dict[str, Case], series: Series, anyones: Path, command: str
) -> None:
    if os.getuid():
        pytest.skip("only root may become another user")
    out = anyones / "out"
    shutil.copytree(cases[command].before, out)
    texts = write(anyones / "texts", LATER)
    words = [str(texts)] if command in ("run", "clean") else []
    before = files_of(out)
    ended = server.argmap(command, *words, "--out", out, user=NOBODY)
    problem = judge(ended, (UNUSABLE,)) or ("" if str(out) in ended.said else ended.said)
    assert files_of(out) == before
    series.add("output folder may not be written to", problem)
    assert not problem


@pytest.mark.parametrize("command", ["run", "clean"])
@pytest.mark.parametrize("below", ["", "folder"])
def test_an_output_folder_that_is_a_file_is_told(
    server: Server, series: Series, tmp_path: Path, command: str, below: str
) -> None:
    (tmp_path / "out").write_text("mine")
    ended = server.argmap(command, write(tmp_path / "texts", LATER), "--out", tmp_path / "out" / below)
    problem = judge(ended, (UNUSABLE,)) or ("" if str(tmp_path / "out") in ended.said else ended.said)
    assert (tmp_path / "out").read_text() == "mine"
    series.add("output folder is a file", problem)
    assert not problem


@pytest.mark.parametrize("command", ["run", *STAGES])
def test_a_second_command_on_a_folder_is_refused_and_changes_nothing(
    server: Server, cases: dict[str, Case], series: Series, out: Path, command: str
) -> None:
    shutil.copytree(cases[command].before, out)
    before = files_of(out)
    with locked(out):
        ended = cases[command].start(server, out)
    problem = judge(ended, (UNUSABLE,)) or ("" if "another argmap writes to this folder" in ended.said else ended.said)
    assert files_of(out) == before
    problem = problem or cases[command].again(server, out)
    series.add("second command on one folder", problem)
    assert not problem
