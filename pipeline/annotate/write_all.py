"""Write several files, all or none."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.records.whole import scratch_of


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first; only when all are there they take their names, in this order.

    Should a name not be taken, those taken before hold again what they held, or are removed again.
    """
    parts = {path: scratch_of(path) for path in files}
    taken: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(data)
        for path, part in parts.items():
            before = path.read_bytes() if path.is_file() else None
            part.replace(path)
            taken[path] = before
    except BaseException:
        for path, before in taken.items():
            if before is None:
                path.unlink(missing_ok=True)
            else:
                parts[path].write_bytes(before)
                parts[path].replace(path)
        raise
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
