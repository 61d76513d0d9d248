"""Find the files that a path argument means, without opening them."""

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.text.raw import failure, printable

Kind = Literal["txt", "html", "jsonl", "other"]
KINDS: dict[str, Kind] = {".txt": "txt", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}
MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a problem with a place where files were looked for."""

    path: Path
    source_file: str  # relative to the path argument, with forward slashes
    asked_for: bool  # named by itself rather than met in a folder
    problem: Failure | None = None

    @property
    def folder(self) -> str:
        """Name of the folder that `source_file` is relative to, for telling two files of one name apart."""
        return self.path.absolute().parents[self.source_file.count("/")].name


def kind_of(path: Path) -> Kind:
    """Give the kind of a file by its suffix, small or capital."""
    return KINDS.get(path.suffix.lower(), "other")


def find_inputs(argument: str) -> list[Found]:
    """Give the files of a path argument, sorted by name in code points.

    Raises:
        UsageError: there is no such file or folder, or a glob matches nothing.
    """
    path = Path(argument)
    if os.path.lexists(argument):
        if not path.exists():
            raise UsageError("a link to nothing", printable(argument), "mend the link or give another path")
        return _sorted(_walk(path, path)) if _is_folder(path) else [_file(path, path.name, asked_for=True)]
    if not any(sign in argument for sign in MAGIC):
        raise UsageError("no such file or folder", printable(argument), "check the path")
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not matches:
        raise UsageError(
            "nothing matches", printable(argument), "check the pattern, and quote it if the shell expands it"
        )
    base = _fixed_part(argument)
    found: dict[str, Found] = {}
    for match in matches:
        place = Path(match)
        if _is_folder(place):
            found.update((item.source_file, item) for item in _walk(place, base))
        else:
            item = _file(place, _relative(place, base), asked_for=False)
            found[item.source_file] = item
    return _sorted(iter(found.values()))


def _fixed_part(pattern: str) -> Path:
    """Give the folder of a glob above its first wildcard."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if any(sign in part for sign in MAGIC))
    return Path(*parts[:fixed])


def _sorted(items: Iterator[Found]) -> list[Found]:
    return sorted(items, key=lambda item: item.source_file)


def _relative(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix()


def _walk(folder: Path, base: Path) -> Iterator[Found]:
    """Yield the files below a folder; each folder is entered once, so that links in a circle end."""
    waiting = [folder]
    entered: set[tuple[int, int]] = set()
    while waiting:
        place = waiting.pop()
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            inside = sorted(place.iterdir())
        except OSError as error:
            name = _relative(place, base)
            yield _problem(place, name, f"folder cannot be read: {error.strerror}")
            continue
        folders = []
        for inner in inside:
            if _is_folder(inner):
                folders.append(inner)
            else:
                yield _file(inner, _relative(inner, base), asked_for=False)
        waiting.extend(reversed(folders))  # the first by name is entered first


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that cannot be looked at is not."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _file(path: Path, source_file: str, *, asked_for: bool) -> Found:
    """Check what can be checked without opening: opening a pipe would wait for ever."""
    if kind_of(path) == "other" and not asked_for:
        return Found(path, source_file, asked_for)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return _problem(path, source_file, "a link to nothing")
    except OSError as error:
        return _problem(path, source_file, f"cannot be read: {error.strerror}")
    if not regular:
        return _problem(path, source_file, "not an ordinary file")
    return Found(path, source_file, asked_for)


def _problem(path: Path, source_file: str, error: str) -> Found:
    where = source_file if source_file not in ("", ".") else path.name
    return Found(path, source_file, asked_for=False, problem=failure(where, error, "check that it may be read"))
