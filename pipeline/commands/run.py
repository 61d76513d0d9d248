"""`argmap run`: every stage for any articles."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.commands.options import (
    OUTPUTS,
    SOME_FAILED,
    ColumnNames,
    Links,
    Model,
    Out,
    ParamsFile,
    Paths,
    params_of,
    say,
    stoppable,
    tell_others,
)
from pipeline.text.columns import parse_columns


@stoppable
def run(
    paths: Paths,
    out: Out = OUTPUTS,
    model: Model = None,
    linker: Links = None,
    params: ParamsFile = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; by default one a core.")] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Folder of kept results, to share one; by default OUT/.argmap/cache.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Use and keep results from run to run.")] = True,
    engine: Annotated[
        Literal["local", "ray"], typer.Option(help="Processes of this machine, or Ray (extra `ray`).")
    ] = "local",
    ray_address: Annotated[
        str | None, typer.Option(help="A Ray cluster to join, or auto; by default one is started here.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="jsonl or parquet.")] = "jsonl",
    compress: Annotated[str | None, typer.Option(help="gz or zst, for JSON Lines.")] = None,
    shards: Annotated[int, typer.Option(help="Files that each output is cut into.")] = 1,
    columns: ColumnNames = None,
) -> None:
    """Do every stage for any articles with the trained model; results of unchanged articles are used again."""
    from pipeline.records.layout import parse_layout
    from pipeline.run.options import RunOptions
    from pipeline.run.run_all import run_all

    others: list[str] = []
    layout = parse_layout(form, compress, shards)
    options = RunOptions(workers, engine, ray_address, cache, keep, layout)
    result = run_all(
        paths,
        out,
        params_of(params),
        on_other=others.append,
        model=model,
        linker=linker,
        columns=parse_columns(columns),
        options=options,
    )
    tell_others(others)
    say(result.message())
    if result.failures:
        raise typer.Exit(SOME_FAILED)
