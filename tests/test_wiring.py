"""A DVC stage, its module, its command and its params section have one name."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pipeline.cli import app
from pipeline.params import Params

ROOT = Path(__file__).resolve().parents[1]
# What carries no decision: messages, progress bars, and the reading of params, whose sections are dependencies themselves.
PLUMBING = {f"pipeline/{name}.py" for name in ("errors", "params", "progress", "resources", "version")}
STAGES = ["clean", "sentences", "entities", "quotes", "train", "evaluate", "stance", "maps", "report"]


def test_stage_module_command_and_section_share_one_name() -> None:
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"]
    modules = {p.stem for p in (ROOT / "pipeline" / "stages").glob("*.py")} - {"__init__"}
    commands = {c.callback.__name__ for c in app.registered_commands if c.callback}
    assert list(stages) == STAGES
    assert modules == set(STAGES)
    assert set(STAGES) <= commands
    assert list(Params.model_fields) == STAGES


def test_every_stage_calls_its_own_command_and_depends_on_its_module() -> None:
    for name, stage in yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"].items():
        assert stage["cmd"].startswith(f"argmap {name} ")
        assert f"pipeline/stages/{name}.py" in stage["deps"]
        assert name in stage["params"]


@pytest.mark.parametrize("stage", ["train", "evaluate", "stance"])
def test_a_stage_of_the_classifier_depends_on_all_code_that_it_loads(stage: str) -> None:
    code = f"import sys, pipeline.stages.{stage}; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('pipeline.')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {str(Path(path).relative_to(ROOT)) for path in done.stdout.split()} - PLUMBING
    deps = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"][stage]["deps"]
    covered = {f for f in loaded for d in deps if f == d or f.startswith(f"{d}/")}
    assert {f for f in loaded - covered if not f.endswith("__init__.py")} == set()


def test_every_command_has_help_with_an_example() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert command.callback.__doc__, command.callback.__name__
        assert command.epilog is not None
        assert command.epilog.startswith("Example: argmap "), command.callback.__name__
