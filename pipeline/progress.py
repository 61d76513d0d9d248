"""Progress bars: on a terminal only, on standard error."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")


def track(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Pass items on, with a bar while standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    count = len(items) if total is None and isinstance(items, Sequence) else total
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=count)
        for item in items:
            yield item
            bar.advance(task)
