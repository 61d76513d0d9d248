"""Find the files of an output, in whatever layout it was written."""

from pathlib import Path

from pipeline.errors import InputError, MissingArtifactError
from pipeline.records.layout import PLAIN, Layout, final_name, layout_of

PLAIN_SUFFIX = ".jsonl"


def stored(path: Path, stage: str) -> list[Path]:
    """List the files of an output in order; `path` is its name when plain, such as OUT/quotes.jsonl.

    Raises:
        MissingArtifactError: it is not there, or a shard of it is not.
        InputError: it is there in two layouts.
    """
    layouts = list(_layouts(path))
    if not layouts:
        what = f"{path.name} is missing" + ("" if path.parent.exists() else ", as is its folder")
        fix = f"give the folder that `argmap run --out` wrote, or run `argmap {stage}` first"
        raise MissingArtifactError(what, str(path), fix)
    if len(layouts) > 1:
        first, second = sorted(layout.files(path.stem)[0] for layout in layouts)[:2]
        fix = "remove the files that are not wanted, or run `argmap run` again"
        raise InputError(f"{path.stem} is there twice: as {first} and as {second}", str(path.parent), fix)
    files = [path.parent / name for name in layouts[0].files(path.stem)] if path.suffix == PLAIN_SUFFIX else [path]
    for file in files:
        if not file.exists():
            fix = "put it back, or run `argmap run` again"
            raise MissingArtifactError(f"a shard of {path.stem} is missing", str(file), fix)
    return files


def is_stored(path: Path) -> bool:
    """Tell whether an output is there in any layout; `path` is its name when plain."""
    return bool(_layouts(path))


def stored_files(folder: Path, name: str) -> list[Path]:
    """List all files of an output in all layouts, with those that a killed run was writing."""
    ours = []
    for file in folder.iterdir():
        found = layout_of(final_name(file.name))
        if found and found[0] == name:
            ours.append(file)
    return ours


def _layouts(path: Path) -> set[Layout]:
    if path.suffix != PLAIN_SUFFIX:
        return {PLAIN} if path.exists() else set()
    if not path.parent.is_dir():
        return set()
    found = (layout_of(file.name) for file in path.parent.iterdir())
    return {layout for name, layout in filter(None, found) if name == path.stem}
