"""`argmap diff`: what changed between the output files of two runs."""

import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated

import typer

CHANGED = 1


def diff(
    before: Annotated[Path, typer.Argument(help="Folder that a run has written, before.", metavar="A")],
    after: Annotated[Path, typer.Argument(help="Folder that a run has written, after.", metavar="B")],
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON in place of Markdown.")] = False,
    output: Annotated[Path | None, typer.Option(help="Write to this file, not to standard output.")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where something changed.")] = False,
) -> None:
    """Tell what changed between two runs, as Markdown for a pull request.

    Articles are compared by id, each by itself; claims, actors and outlets across articles are not.
    Ends with 0 whenever the two could be compared, as `git diff` does; with 2 when they could not.
    """
    from pipeline.compare.as_json import json_pieces
    from pipeline.compare.compare import compare, diffs
    from pipeline.compare.markdown import markdown_pieces
    from pipeline.records.jsonl import atomic

    with TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
        totals = compare(before, after, spool)
        pieces = (json_pieces if as_json else markdown_pieces)(totals, diffs(spool))
        if output is None:
            sys.stdout.writelines(pieces)
        else:
            with atomic(output) as page:
                page.writelines(pieces)
            typer.echo(f"diff: {'changes' if totals.changed else 'nothing changed'} -> {output}", err=True)
    if exit_code and totals.changed:
        raise typer.Exit(CHANGED)
