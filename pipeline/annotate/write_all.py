"""Write several files, all or none."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.records.whole import scratch_of


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first; only when all are there they take their names, in this order.

    A file that exists already may be last alone: should a name not be taken, those taken before are removed again.
    """
    parts = {path: scratch_of(path) for path in files}
    made: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(data)
        for path, part in parts.items():
            new = not path.exists()
            part.replace(path)
            if new:
                made.append(path)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
