"""Write tasks in a format, and beside them what the tool must know of labels."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.annotate.formats.registry import Format
from pipeline.annotate.task import Task
from pipeline.records.jsonl import atomic_bytes


def write_tasks(form: Format, tasks: Sequence[Task], path: Path) -> Iterator[Path]:
    """Write and yield the path of each file; a format with a file an article makes `path` a folder."""
    made = form.dump(tasks)
    if isinstance(made, str):
        beside = path.parent
        atomic_bytes(path, made.encode())
    else:
        beside = path
        for name, text in made.items():
            atomic_bytes(path / name, text.encode())
    yield path
    for name, config in form.config.items():
        atomic_bytes(beside / name, config().encode())
        yield beside / name
