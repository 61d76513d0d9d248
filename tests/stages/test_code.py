"""What DVC is told of the code: all that a stage runs, no more, and in no folder that DVC does not look into."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.stages import code

ROOT = Path(__file__).resolve().parents[2]
ARGMAP = Path(sys.executable).with_name("argmap")
Listings = dict[str, dict[str, str]]


def listings(folder: Path) -> Listings:
    return {path.stem: json.loads(path.read_text()) for path in (folder / "intermediate" / "code").iterdir()}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Listings:
    out = tmp_path_factory.mktemp("out")
    assert code.run(ROOT / "requirements.lock", out) == 10
    return listings(out)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the package and its lock, to change files in."""
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    return tmp_path


def listings_of(checkout: Path) -> Listings:
    """List the code of a copy."""
    subprocess.run(
        [ARGMAP, "code"], cwd=checkout, env={**os.environ, "PYTHONPATH": str(checkout)}, capture_output=True, check=True
    )
    return listings(checkout / "outputs")


CHANGES = [
    ("pipeline/stages/report.py", {"report"}),
    ("pipeline/report/templates/style.css", {"report"}),
    ("pipeline/text/stems.py", {"train", "evaluate", "maps", "corpus"}),
    ("pipeline/quotes/cues.tsv", {"quotes", "train", "evaluate"}),
    ("pipeline/entities/lexicon/words.txt", {"entities", "train", "evaluate"}),
    ("pipeline/components/quote_finder.py", {"quotes", "train", "evaluate"}),
    ("pipeline/evaluation/page.py", {"evaluate"}),
    ("pipeline/export/dot.py", set()),
]


def test_a_changed_file_changes_the_listings_of_the_stages_that_run_it(checkout: Path) -> None:
    before = listings_of(checkout)
    for name, stages in CHANGES:
        path = checkout / name
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole + "\n", encoding="utf-8")
        after = listings_of(checkout)
        assert {stage for stage in before if before[stage] != after[stage]} == stages, name
        path.write_text(whole, encoding="utf-8")


def test_a_module_that_a_function_imports_and_a_new_package_are_followed(checkout: Path) -> None:
    (checkout / "pipeline" / "fresh").mkdir()
    (checkout / "pipeline" / "fresh" / "__init__.py").write_text('"""New."""\n')
    (checkout / "pipeline" / "fresh" / "inner.py").write_text('"""New."""\n')
    (checkout / "pipeline" / "fresh" / "data.txt").write_text("new\n")
    stage = checkout / "pipeline" / "stages" / "maps.py"
    stage.write_text(stage.read_text() + "\n\ndef late() -> None:\n    import pipeline.fresh.inner\n")
    fresh = {f"pipeline/fresh/{name}" for name in ("__init__.py", "inner.py", "data.txt")}
    found = listings_of(checkout)
    assert fresh <= found["maps"].keys()
    assert not fresh & found["corpus"].keys()


# Runs a command, then prints the modules of the package that it loaded.
LOADED = """
import atexit, sys
atexit.register(lambda: print(*(m for m in sys.modules if m.startswith("pipeline."))))
from pipeline.start import main
main()
"""
LEFT_OUT = ("annotate", "commands", "compare", "explore", "export", "run", "tables")  # as .dvcignore has it


def loaded_by(folder: Path, *words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return {word for word in done.stdout.split() if word.startswith("pipeline.")}


def test_all_that_a_stage_loads_is_listed(listed: Listings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n")
    stages = ("clean", "sentences", "entities", "quotes", "stance", "maps", "corpus", "report")
    for stage in stages:
        words = [stage, *(["a.txt"] if stage == "clean" else []), "--out", "out"]
        loaded = loaded_by(tmp_path, *words) - loaded_by(tmp_path, stage, "--help")  # what the command line needs
        assert f"pipeline.stages.{stage}" in loaded
        # The parser's module registers every component, and each brings what it stands on.
        files = listed[stage] | (listed["train"] if stage in code.OWN else {})
        modules = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files}
        assert loaded - modules == set(), stage


def test_no_stage_is_made_of_what_dvc_does_not_look_into(listed: Listings) -> None:
    ignored = [
        line.strip("/") for line in (ROOT / ".dvcignore").read_text().splitlines() if line.startswith("/pipeline/")
    ]
    assert sorted(ignored) == [f"pipeline/{name}" for name in sorted(LEFT_OUT)]
    assert not [n for listing in listed.values() for n in listing for folder in ignored if n.startswith(f"{folder}/")]


def test_a_missing_lock_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["code", "--lock", "none.lock"])
    assert "no lock of the installed packages" in str(done.exception)
    assert not list(tmp_path.iterdir())
