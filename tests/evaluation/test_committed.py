"""A file as it stood in a commit; anything else is nothing."""

import subprocess
from pathlib import Path

import pytest

from pipeline.evaluation.committed import committed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "a.txt"
    path.parent.mkdir()
    path.write_text("before")
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@x.org", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    path.write_text("after")
    return path


def test_the_committed_text_is_given_not_the_file_itself(file: Path) -> None:
    assert committed(file, "HEAD") == "before"


@pytest.mark.parametrize("revision", ["no-such-commit", "--help", ""])
def test_a_commit_that_is_not_there_is_nothing(file: Path, revision: str) -> None:
    assert committed(file, revision) is None


def test_a_file_or_folder_that_was_not_committed_is_nothing(file: Path) -> None:
    assert committed(file.with_name("b.txt"), "HEAD") is None
    assert committed(file.parent / "none" / "a.txt", "HEAD") is None
