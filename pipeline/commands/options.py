"""What several commands take and say."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from pipeline.params import Params, load_params
from pipeline.resources import shipped

SOME_FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130  # exit statuses

Out = Annotated[Path, typer.Option(help="Folder of the output files.")]
ParamsFile = Annotated[Path | None, typer.Option("--params", help="A params.yaml; by default the one that is shipped.")]
Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files (.txt, .html, .jsonl, .csv, .tsv, each also as .gz or .zst; .parquet), folders, globs, "
        "or - for JSONL on standard input.",
        metavar="PATH",
    ),
]
ColumnNames = Annotated[
    str | None,
    typer.Option("--columns", help="Which columns hold which fields, such as id=doc_id,text=body,authors=by."),
]
Model = Annotated[Path | None, typer.Option(help="A classifier; by default the one that is shipped.")]
Links = Annotated[
    Path | None, typer.Option("--linker", help="A linker of arguments; by default the one that is shipped.")
]
OUTPUTS = Path("outputs")
STOPPED = "argmap: interrupted; what is written is whole, and the same command goes on from there"
P = ParamSpec("P")


def say(message: str) -> None:
    """Print to standard error, so that standard output stays for data."""
    typer.echo(message, err=True)


def stoppable(command: Callable[P, None]) -> Callable[P, None]:
    """Make a command say on Ctrl-C that nothing is lost; Typer alone would end it without a word."""

    @wraps(command)
    def told(*words: P.args, **options: P.kwargs) -> None:
        try:
            command(*words, **options)
        except KeyboardInterrupt:
            say(STOPPED)
            raise typer.Exit(INTERRUPTED) from None

    return told


def params_of(path: Path | None) -> Params:
    """Read the params that a command was given, or those that are shipped.

    Raises:
        ParamsError: they do not fit.
    """
    return load_params(path or shipped("params.yaml"))


def tell_others(names: list[str]) -> None:
    """Say how many files were passed over."""
    if names:
        say(f"{len(names)} files of other kinds or of an earlier run ignored, such as {names[0]}")
