"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.params import Params, load_params
from pipeline.resources import shipped

OUTPUTS = Path("outputs")
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
Linker = Annotated[
    Path | None, typer.Option("--linker", help="A linker of arguments; by default the one that is shipped.")
]


def params_of(path: Path | None) -> Params:
    """Read the params that a user names, or the shipped ones."""
    return load_params(path or shipped("params.yaml"))
