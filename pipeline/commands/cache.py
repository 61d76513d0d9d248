"""`argmap cache`: see what is kept from run to run, and keep less."""

import re
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError
from pipeline.own_folder import OWN

UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?B)?", re.IGNORECASE)


def cache(
    out: Annotated[Path, typer.Option(help="Folder of the output files, which holds what its runs kept.")] = Path(
        "outputs"
    ),
    folder: Annotated[Path | None, typer.Option("--cache", help="A folder of kept results that runs share.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Remove all; the next run makes them anew.")] = False,
    prune_to: Annotated[
        str | None,
        typer.Option(metavar="SIZE", help="Keep no more than this, such as 500MB; the longest unused go first."),
    ] = None,
) -> None:
    """Say how many results are kept from run to run, and how large; remove them, or the longest unused."""
    from pipeline.kept.holdings import holdings
    from pipeline.kept.holdings import prune_to as prune

    if clear and prune_to is not None:
        raise UsageError("both --clear and --prune-to", "--clear", "give one of them")
    kept = folder or out / OWN / "cache"
    if clear or prune_to is not None:
        typer.echo(f"cache: {prune(kept, 0 if clear else size_of(prune_to or ''))} results removed", err=True)
    layers = holdings(kept)
    for name, (count, size) in layers.items():
        typer.echo(f"{name}: {count} results, {told(size)}")
    total = sum(size for _, size in layers.values())
    typer.echo(f"all: {sum(count for count, _ in layers.values())} results, {told(total)} in {kept}")


def size_of(words: str) -> int:
    """Read a number of bytes such as 500MB.

    Raises:
        UsageError: it is none.
    """
    match = SIZE.fullmatch(words.strip())
    if match is None:
        raise UsageError(f"{words!r} is no size", "--prune-to", "give one such as 500MB or 2GB")
    return int(float(match[1]) * UNITS[(match[2] or "").upper()])


def told(size: int) -> str:
    """Say a number of bytes as people read it."""
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_:
            return f"{size / bytes_:.1f} {unit}"
    return f"{size} B"
