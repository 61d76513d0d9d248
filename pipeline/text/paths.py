"""Find the files that a path argument means, without opening them."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.records import Failure
from pipeline.text.kinds import kind_of
from pipeline.text.raw import failure, printable

MAGIC = "*?["
ANY_DEPTH = "**"
FOLDER = "/"  # ends the names of folders here, so that they sort as the paths of what is in them do


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a problem with a place where files were looked for."""

    path: str
    source_file: str  # relative to the path argument, with forward slashes
    asked_for: bool = False  # named by itself rather than met in a folder
    problem: Failure | None = None

    @property
    def folder(self) -> str:
        """Name of the folder that `source_file` is relative to, for telling two files of one name apart."""
        return Path(self.path).absolute().parents[self.source_file.count("/")].name


def find_inputs(argument: str) -> Iterator[Found]:
    """Give the files of a path argument by name in code points; of a folder the names of one level are held at a time.

    Raises:
        UsageError: there is no such file or folder, or a glob matches nothing; at the call, not at the first file.
    """
    if os.path.lexists(argument):
        if not Path(argument).exists():
            raise UsageError("a link to nothing", printable(argument), "mend the link or give another path")
        if _is_folder(argument):
            return _walk(argument, "")
        return iter([_file(argument, Path(argument).name, asked_for=True)])
    if not any(sign in argument for sign in MAGIC):
        raise UsageError("no such file or folder", printable(argument), "check the path")
    found = _below(argument) if ANY_DEPTH in Path(argument).parts else _glob(argument)
    first = next(found, None)
    if first is None:
        raise UsageError(
            "nothing matches", printable(argument), "check the pattern, and quote it if the shell expands it"
        )
    return chain([first], found)


def _below(pattern: str) -> Iterator[Found]:
    """Yield what a pattern with "**" matches; Python's glob would follow links in a circle again and again."""
    base = _fixed_part(pattern)
    parts = Path(pattern).parts[len(base.parts) :]
    found = _walk(str(base), "") if _is_folder(str(base)) else iter(())
    return (item for item in found if _fits(item.source_file.split("/"), parts))


def _fits(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Tell whether a path, or a folder above it, fits the parts of a pattern; as in a shell "*" is no hidden name."""
    if not parts:
        return True
    if parts[0] != ANY_DEPTH:
        seen = bool(names) and (parts[0].startswith(".") or not names[0].startswith("."))
        return seen and fnmatchcase(names[0], parts[0]) and _fits(names[1:], parts[1:])
    if _fits(names, parts[1:]):
        return True
    return bool(names) and not names[0].startswith(".") and _fits(names[1:], parts)


def _glob(pattern: str) -> Iterator[Found]:
    base = _fixed_part(pattern)
    found: dict[str, Found] = {}
    for match in glob.glob(pattern):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        name = Path(match).relative_to(base).as_posix()
        inside = _walk(match, name + FOLDER) if _is_folder(match) else [_file(match, name)]
        found.update((item.source_file, item) for item in inside)
    return iter(sorted(found.values(), key=lambda item: item.source_file))


def _fixed_part(pattern: str) -> Path:
    """Give the folder of a glob above its first wildcard."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if any(sign in part for sign in MAGIC))
    return Path(*parts[:fixed])


def _walk(folder: str, prefix: str) -> Iterator[Found]:
    """Yield the files below a folder in order; each folder is entered once, so that links in a circle end."""
    entered: set[tuple[int, int]] = set()
    waiting = [(folder, prefix, iter([""]))]  # the folders on the way down, each with its names still to come
    while waiting:
        place, above, names = waiting[-1]
        name = next(names, None)
        if name is None:
            waiting.pop()
        elif name and not name.endswith(FOLDER):
            yield _file(os.path.join(place, name), above + name)  # noqa: PTH118 (a Path costs ten times as much)
        else:
            inner = os.path.join(place, name.rstrip(FOLDER))  # noqa: PTH118
            try:
                inside = _names(inner, entered)
            except OSError as error:
                shown = (above + name).rstrip(FOLDER)
                yield _problem(inner, shown, f"folder cannot be read: {error.strerror}")
                continue
            waiting.append((inner, above + name, iter(inside)))


def _names(folder: str, entered: set[tuple[int, int]]) -> list[str]:
    """Give the names in a folder, sorted; none where it was entered before."""
    status = os.stat(folder)  # noqa: PTH116
    if (status.st_dev, status.st_ino) in entered:
        return []
    entered.add((status.st_dev, status.st_ino))
    with os.scandir(folder) as entries:
        return sorted(entry.name + FOLDER if _leads_on(entry) else entry.name for entry in entries)


def _leads_on(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_folder(path: str) -> bool:
    """Tell whether a path is a folder; one that cannot be looked at is not."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
    except OSError:
        return False


def _file(path: str, source_file: str, *, asked_for: bool = False) -> Found:
    """Check what can be checked without opening: opening a pipe would wait for ever."""
    if kind_of(source_file)[0] == "other" and not asked_for:
        return Found(path, source_file)
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except FileNotFoundError:
        return _problem(path, source_file, "a link to nothing")
    except OSError as error:
        return _problem(path, source_file, f"cannot be read: {error.strerror}")
    if not regular:
        return _problem(path, source_file, "not an ordinary file")
    return Found(path, source_file, asked_for)


def _problem(path: str, source_file: str, error: str) -> Found:
    where = source_file or os.path.basename(os.path.abspath(path))  # noqa: PTH100, PTH119
    return Found(path, source_file, problem=failure(where, error, "check that it may be read"))
