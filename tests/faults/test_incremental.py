"""Articles that come, change and go: what is kept never shows in a byte, and costs only what is new."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from faults.articles import FIRST, LATER, write
from faults.cases import Case
from faults.faulty import OK, ROOT, Server, files_of
from faults.series import ALL, Series

POOL = [*FIRST.values(), *LATER.values()]
STEPS = 5


def _change(folder: Path, chance: random.Random) -> None:
    """Add, change, remove or rename some articles."""
    for _ in range(chance.randint(1, 4)):
        there = sorted(folder.glob("*.txt"))
        what = chance.choice(["add", "add", "change", "remove", "rename"])
        if what == "add" or len(there) < 2:
            (folder / f"{chance.choice('bdmx')}{chance.randrange(30)}.txt").write_text(chance.choice(POOL))
        elif what == "change":
            chance.choice(there).write_text(f"{chance.choice(POOL)} {chance.choice(POOL)}")
        elif what == "remove":
            chance.choice(there).unlink()
        else:
            chance.choice(there).replace(folder / f"{chance.choice('cny')}{chance.randrange(30)}.txt")


def test_a_folder_that_grows_and_changes_gives_the_bytes_of_a_run_from_scratch(
    server: Server, series: Series, tmp_path: Path
) -> None:
    def trial(seed: int) -> str:
        chance = random.Random(seed)  # noqa: S311 (a draw, not a secret)
        texts = write(tmp_path / f"texts-{seed}", dict(chance.sample(sorted(FIRST.items()), 6)))
        out, scratch = tmp_path / f"out-{seed}", tmp_path / f"scratch-{seed}"
        values = yaml.safe_load((ROOT / "params.yaml").read_text())
        values["report"]["max_articles_on_one_page"] = (
            50 if seed % 2 else 1
        )  # with pages, new articles are handed out last
        (params := tmp_path / f"params-{seed}.yaml").write_text(yaml.safe_dump(values))
        words = ["run", texts, "--params", params, "--out"]
        for step in range(STEPS):
            assert server.argmap(*words, out).code == OK
            shutil.rmtree(scratch, ignore_errors=True)
            assert server.argmap(*words, scratch, "--no-keep").code == OK
            if files_of(out) != files_of(scratch):
                return f"step {step} of seed {seed}"
            _change(texts, chance)
        return ""

    series.go(f"{STEPS} changes of a folder, with and without kept results", range(12 if ALL else 1), trial)


@pytest.fixture
def kept(cases: dict[str, Case], out: Path) -> Path:
    return shutil.copytree(cases["run"].before, out)


def _boxes(out: Path) -> dict[str, set[str]]:
    return {layer.name: {box.name for box in layer.glob("??/*.box")} for layer in (out / ".argmap" / "cache").iterdir()}


def test_a_new_article_costs_one_article(server: Server, kept: Path, tmp_path: Path) -> None:
    before = _boxes(kept)
    texts = write(tmp_path / "texts", {**FIRST, "new": LATER["maple"]})
    assert server.argmap("run", texts, "--out", kept).code == OK
    after = _boxes(kept)
    assert {layer: len(names - before[layer]) for layer, names in after.items()} == dict.fromkeys(before, 1)


def test_a_removed_article_costs_nothing_and_goes_from_what_is_kept(server: Server, kept: Path, tmp_path: Path) -> None:
    before = _boxes(kept)
    texts = write(tmp_path / "texts", {name: text for name, text in FIRST.items() if name != "fir"})
    assert server.argmap("run", texts, "--out", kept).code == OK
    after = _boxes(kept)
    for layer in ("text", "labels", "drawn"):
        assert after[layer] < before[layer]
        assert len(after[layer]) == len(FIRST) - 1
    assert len(after["joined"] - before["joined"]) <= 1  # its job, strung together without it


LIGHT = """
import sys
from pipeline.cli import main
try:
    main()
finally:
    print("spacy" in sys.modules)
"""


def test_a_changed_linker_does_labels_again_without_the_parser(server: Server, kept: Path, tmp_path: Path) -> None:
    linker = tmp_path / "linker.json"
    linker.write_text((ROOT / "models" / "linker.json").read_text() + "\n")
    before = _boxes(kept)
    texts = write(tmp_path / "texts", FIRST)
    words = ["run", texts, "--out", kept, "--linker", linker, "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *map(str, words)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == "False\n"
    after = _boxes(kept)
    assert after["text"] == before["text"]
    assert not after["labels"] & before["labels"]
    assert len(after["labels"]) == len(FIRST)
    assert server.argmap("run", texts, "--out", tmp_path / "scratch", "--linker", linker, "--no-keep").code == OK
    assert files_of(kept) == files_of(tmp_path / "scratch")
