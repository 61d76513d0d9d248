"""A DVC stage, its module, its command and its params section have one name."""

from pathlib import Path

import yaml

from pipeline.cli import app
from pipeline.params import Params

ROOT = Path(__file__).resolve().parents[1]
STAGES = ["code", "clean", "sentences", "entities", "quotes", "train", "evaluate", "stance", "maps", "corpus", "report"]


def test_stage_module_command_and_section_share_one_name() -> None:
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"]
    modules = {p.stem for p in (ROOT / "pipeline" / "stages").glob("*.py")} - {"__init__"}
    commands = {c.callback.__name__ for c in app.registered_commands if c.callback}
    assert list(stages) == STAGES
    assert modules == set(STAGES)
    assert set(STAGES) <= commands
    assert list(Params.model_fields) == STAGES[1:]  # where code lies is no number


def test_every_stage_calls_its_own_command_and_depends_on_its_code_and_params() -> None:
    for name, stage in yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"].items():
        assert stage["cmd"].startswith(f"argmap {name} ")
        if name == "code":
            assert {"pipeline", "requirements.lock"} == set(stage["deps"])
        else:
            assert f"outputs/intermediate/code/{name}.json" in stage["deps"]
            assert name in stage["params"]


def test_every_command_has_help_with_an_example() -> None:
    groups = [group.typer_instance for group in app.registered_groups]
    assert all(str(group.info.epilog).startswith("Example: argmap ") for group in (app, *groups) if group is not None)
    for command in [c for group in (app, *groups) if group is not None for c in group.registered_commands]:
        assert command.callback is not None
        assert command.callback.__doc__, command.callback.__name__
        assert command.epilog is not None
        assert command.epilog.startswith("Example: argmap "), command.callback.__name__
