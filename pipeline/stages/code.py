"""Stage code: say of which files each stage is made, so that DVC runs again what a changed file touches, and no more."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.errors import MissingArtifactError
from pipeline.extras import need
from pipeline.kept.fingerprint import lasting_files
from pipeline.kept.listing import write_listing
from pipeline.keys import INTERMEDIATE
from pipeline.resources import PACKAGE

STAGES = "pipeline.stages"
COMPONENTS = "pipeline.components."
# `pipeline.nlp` registers every component; what these stages run of them. Others that parse run all.
OWN = {"entities": ("entity_mender",), "quotes": ("quote_finder", "speaker_linker")}


def run(lock: Path, out: Path) -> int:
    """Write the files of each stage with their SHA-256 to intermediate/code/STAGE.json; return the number of stages.

    A stage is made of the modules that it reaches by imports, of what lies beside them (word lists, templates, scripts)
    and of the installed packages, for which the lock stands.

    Raises:
        MissingArtifactError: there is no lock.
    """
    if not lock.is_file():
        raise MissingArtifactError("no lock of the installed packages", str(lock), "run it in a checkout of argmap")
    graph = need("grimp", "dev").build_graph("pipeline", cache_dir=None)
    stages = sorted(graph.find_children(STAGES) - {f"{STAGES}.code"})
    for stage in stages:
        files = {path.relative_to(PACKAGE.parent).as_posix(): path for path in _files(_modules(graph, stage))}
        write_listing({lock.name: lock, **files}, out / INTERMEDIATE / "code" / f"{stage.rpartition('.')[2]}.json")
    return len(stages)


def _modules(graph: Any, stage: str) -> set[str]:
    """Follow imports from a stage, those inside functions too; a module's packages are imported before it."""
    components = {m for m in graph.modules if m.startswith(COMPONENTS)}
    own = OWN.get(stage.rpartition(".")[2])
    run_of_them = components if own is None else {COMPONENTS + name for name in own}
    reached: set[str] = set()
    ahead = {stage}
    while ahead:
        module = ahead.pop()
        reached.add(module)
        found = graph.find_modules_directly_imported_by(module)
        if module == "pipeline.nlp":
            found = (found - components) | run_of_them
        package = module.rpartition(".")[0]
        ahead |= (found | {package}) - reached - {"pipeline", ""}  # the top holds a version and loads all on demand
    return reached


def _files(modules: Iterable[str]) -> set[Path]:
    """Find the files of modules, and what is no module beside them or in a plain folder below."""
    found: set[Path] = set()
    for module in modules:
        path = PACKAGE.parent.joinpath(*module.split("."))
        alone = path.with_suffix(".py")  # may have a folder of its name beside it, for its data
        found.add(alone if alone.exists() else path / "__init__.py")
    folders = {path.parent for path in found}
    others = (path for path in lasting_files(PACKAGE) if path.suffix != ".py")
    return found | {path for path in others if _package(path) in folders}


def _package(path: Path) -> Path:
    """Find the folder of modules that a file belongs to."""
    return next(folder for folder in path.parents if (folder / "__init__.py").exists())
