"""`argmap cache`: what is said, what is removed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import UsageError
from pipeline.kept.cache import Cache
from pipeline.kept.fingerprint import hash_of
from pipeline.run.cli import size_of, told


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for number in range(4):
        Cache(tmp_path / ".argmap" / "cache").put("text", hash_of(str(number)), {"piece": b"x" * number})
    return tmp_path


def cache(*words: object) -> str:
    done = CliRunner().invoke(app, ["cache", *map(str, words)])
    assert done.exit_code == 0, done.exception
    return done.stdout


def test_it_says_how_much_is_kept(out: Path) -> None:
    said = cache("--out", out)
    assert said.startswith("text: 4 results, ")
    assert f" in {out / '.argmap' / 'cache'}\n" in said
    assert said == cache("--cache", out / ".argmap" / "cache")


def test_it_keeps_no_more_than_it_is_told(out: Path) -> None:
    assert cache("--out", out, "--prune-to", "120B").startswith("text: 1 results, ")
    assert cache("--out", out, "--clear").startswith("all: 0 results, 0 B in ")


@pytest.mark.parametrize(
    ("words", "size"),
    [("500MB", 500_000_000), ("2 gb", 2_000_000_000), ("1.5kB", 1500), ("17", 17), ("0", 0), ("3TB", 3 * 10**12)],
)
def test_sizes_are_read_as_people_write_them(words: str, size: int) -> None:
    assert size_of(words) == size


@pytest.mark.parametrize("words", ["", "MB", "-1", "1 PB", "1e9", "big"])
def test_what_is_no_size_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        size_of(words)


def test_sizes_are_told_in_units() -> None:
    assert [told(n) for n in (0, 999, 1000, 19_700, 2 * 10**6, 3 * 10**9)] == [
        "0 B",
        "999 B",
        "1.0 kB",
        "19.7 kB",
        "2.0 MB",
        "3.0 GB",
    ]
