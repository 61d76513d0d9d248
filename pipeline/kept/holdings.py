"""Say how much is kept, and keep less."""

from contextlib import suppress
from pathlib import Path

from pipeline.kept.cache import kept_files


def holdings(folder: Path) -> dict[str, tuple[int, int]]:
    """Count the kept files of every layer and their bytes."""
    found = {}
    for layer in _layers(folder):
        sizes = [size for _, size, _ in _files(layer)]
        if sizes:
            found[layer.name] = (len(sizes), sum(sizes))
    return found


def prune_to(folder: Path, size: int) -> int:
    """Remove what was not used for longest until no more than `size` bytes are left; return the number of files."""
    files = sorted(file for layer in _layers(folder) for file in _files(layer))
    left = sum(length for _, length, _ in files)
    dropped = 0
    for _, length, path in files:
        if left <= size:
            break
        path.unlink(missing_ok=True)
        left -= length
        dropped += 1
    for layer in _layers(folder):
        for place in (*layer.glob("??"), layer):
            with suppress(OSError):  # what is not empty stays
                place.rmdir()
    return dropped


def _layers(folder: Path) -> list[Path]:
    return sorted(place for place in folder.glob("*") if place.is_dir())


def _files(layer: Path) -> list[tuple[int, int, Path]]:
    """List when each file was used, its bytes and its path; a run that goes on may remove some meanwhile."""
    found = []
    for path in map(Path, kept_files(layer)):
        with suppress(FileNotFoundError):
            status = path.stat()
            found.append((status.st_mtime_ns, status.st_size, path))
    return found
