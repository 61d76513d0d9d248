"""A DVC stage, its module, its command and its params section have one name."""

from pathlib import Path

import grimp
import yaml

from pipeline.cli import app
from pipeline.params import Params

ROOT = Path(__file__).resolve().parents[1]
STAGES = ["clean", "sentences", "entities", "quotes", "train", "evaluate", "stance", "maps", "corpus", "report"]


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


def test_every_command_has_help_with_an_example() -> None:
    groups = [group.typer_instance for group in app.registered_groups]
    assert all(str(group.info.epilog).startswith("Example: argmap ") for group in (app, *groups) if group is not None)
    for command in [c for group in (app, *groups) if group is not None for c in group.registered_commands]:
        assert command.callback is not None
        assert command.callback.__doc__, command.callback.__name__
        assert command.epilog is not None
        assert command.epilog.startswith("Example: argmap "), command.callback.__name__


# Without values of their own: what they hold comes from params.yaml, or only tells what goes on.
PLUMBING = {
    f"pipeline.{name}" for name in ("errors", "extras", "keys", "own_folder", "params", "progress", "resources")
}
KEPT = "pipeline.kept"


def test_a_stage_depends_on_all_code_that_it_runs() -> None:
    graph = grimp.build_graph("pipeline", cache_dir=None)
    components = {m for m in graph.modules if m.startswith("pipeline.components.")}
    for component in components:
        graph.remove_import(importer="pipeline.nlp", imported=component)  # it registers all; a stage runs its own
    runs = {"quotes": {"pipeline.components.quote_finder", "pipeline.components.speaker_linker"}}
    runs |= {"entities": {"pipeline.components.entity_mender"}, "train": components, "evaluate": components}
    for name, stage in yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"].items():
        called = {f"pipeline.stages.{name}", *runs.get(name, ())}
        needed = called.union(*(graph.find_upstream_modules(m) for m in called)) - PLUMBING
        needed = {m for m in needed if not m.startswith(KEPT)}
        files = {m.replace(".", "/") for m in needed}
        deps = [d.removesuffix(".py") for d in stage["deps"]]
        missing = {f for f in files if not any(f == d or f.startswith(f"{d}/") for d in deps)}
        assert missing - {"pipeline"} == set(), name
