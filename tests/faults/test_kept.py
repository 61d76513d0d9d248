"""Kept results that are damaged, shared, taken away or not to be written: the outputs are always the same."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.articles import LATER, write
from faults.cases import Case, judge
from faults.faulty import OK, Ended, Fault, Server, argmap, files_of
from faults.series import ALL, Series

Chance = random.Random


def _cut(box: Path, chance: Chance) -> None:
    box.write_bytes(box.read_bytes()[: chance.randrange(box.stat().st_size)])


def _flip(box: Path, chance: Chance) -> None:
    data = bytearray(box.read_bytes())
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    box.write_bytes(data)


def _garbage(box: Path, chance: Chance) -> None:
    box.write_bytes(chance.randbytes(chance.randrange(1, 4000)))


def _empty(box: Path, chance: Chance) -> None:  # noqa: ARG001
    box.write_bytes(b"")


def _swap(box: Path, chance: Chance) -> None:
    other = chance.choice(sorted(box.parent.parent.glob("??/*.box")))
    data = box.read_bytes()
    box.write_bytes(other.read_bytes())
    other.write_bytes(data)


def _folder(box: Path, chance: Chance) -> None:  # noqa: ARG001
    box.unlink()
    (box / "inside").mkdir(parents=True)


DAMAGES: dict[str, Callable[[Path, Chance], None]] = {
    "cut": _cut, "bits flipped": _flip, "garbage": _garbage, "empty": _empty, "swapped": _swap, "a folder in its place": _folder,
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_results_are_made_again(
    server: Server, cases: dict[str, Case], series: Series, out: Path, damage: str
) -> None:
    case = cases["run"]

    def trial(seed: int) -> str:
        chance = random.Random(seed)  # noqa: S311 (a draw, not a secret)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(case.before, out)
        boxes = sorted((out / ".argmap" / "cache").glob("*/??/*.box"))
        for box in chance.sample(boxes, chance.randint(1, len(boxes) // 2)):
            DAMAGES[damage](box, chance)
        return case.again(server, out) or case.again(server, out)

    series.go(f"kept results: {damage}", range(12), trial, sample=1)


def test_kept_results_that_are_removed_meanwhile_are_made_again(
    server: Server, cases: dict[str, Case], series: Series, out: Path
) -> None:
    points = range(1, 40, 3)
    series.go(
        "kept results removed meanwhile", points, lambda at: cases["run"].trial(server, out, Fault("clear", at), (OK,))
    )


def test_kept_results_that_may_not_be_written_to_are_used(
    server: Server, cases: dict[str, Case], series: Series, tmp_path: Path
) -> None:
    if os.getuid():
        pytest.skip("only root may become another user")
    for place in tmp_path.resolve().parents:  # pytest makes its folders for the user alone
        if place.stat().st_mode & 0o777 == 0o700:
            place.chmod(0o711)
    tmp_path.chmod(0o777)
    cache = shutil.copytree(cases["run"].before / ".argmap" / "cache", tmp_path / "cache")
    texts = write(tmp_path / "texts", LATER)
    ended = server.argmap("run", texts, "--out", tmp_path / "out", "--cache", cache, user=65534)
    problem = judge(ended, (OK,)) or ("" if files_of(tmp_path / "out") == cases["run"].new else "other files")
    series.add("kept results may not be written to", problem)
    assert not problem


def test_two_commands_at_once_may_share_kept_results(cases: dict[str, Case], series: Series, tmp_path: Path) -> None:
    def trial(number: int) -> str:
        outs = [tmp_path / f"{number}-{side}" for side in "ab"]
        words = cases["run"].words[:2]
        started = [
            argmap(*words, "--out", out, "--cache", tmp_path / f"cache-{number}", "--workers", 2) for out in outs
        ]
        ends = [Ended(one.wait(), False, False, one.communicate()[1]) for one in started]
        found = [files_of(out) for out in outs]
        return "".join(judge(one, (OK,)) for one in ends) or ("" if found == [cases["run"].new] * 2 else "other files")

    series.go("two runs share kept results", range(3 if ALL else 1), trial)
