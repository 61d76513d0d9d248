"""The process that strikes are tried in, the commands, and the table of the whole series."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from faults.cases import Case, build_cases
from faults.faulty import Server
from faults.series import ALL, Series

SERIES = Series()
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("server"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def cases(server: Server, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    return build_cases(server, tmp_path_factory.mktemp("cases"))


@pytest.fixture(scope="session")
def steps(server: Server, cases: dict[str, Case], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], int]:
    """How many steps on the disk a command makes."""
    folder = tmp_path_factory.mktemp("steps")
    return cache(lambda name: cases[name].steps(server, folder / "out"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture(scope="session")
def series() -> Series:
    return SERIES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if ALL:
        terminalreporter.write_line("")
        for line in SERIES.table():
            terminalreporter.write_line(line)
