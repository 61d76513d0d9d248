"""`argmap annotate agreement` and `argmap annotate adjudicate`: several readers of the same articles."""

import json
from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Option("--annotations", help="Folder of the annotations.")]
Texts = Annotated[Path, typer.Option("--seeds", help="Folder of texts that are not in the annotations folder.")]


def agreement(
    readers: Annotated[
        list[str], typer.Argument(help="Two readers or more: folders in the annotations.", metavar="READER")
    ],
    folder: Folder = Path("annotations"),
    texts: Texts = Path("seeds"),
    to: Annotated[
        Path | None, typer.Option(help="Write the rows that they differ on, of articles not adjudicated yet.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Tell how far readers agree: kappa, Krippendorff's alpha, F1, and what they confuse."""
    from pipeline.annotate.adjudication.question import Question, questions_of
    from pipeline.annotate.adjudication.settle import unsettled
    from pipeline.evaluation.reader_tables import tables
    from pipeline.evaluation.readers import agreement_of, read_readings
    from pipeline.records.jsonl import atomic, dump_line, plain

    readings = read_readings(folder, texts, readers)
    found = agreement_of(readings)
    typer.echo(json.dumps(plain(found), indent=1) if as_json else "\n".join(tables(found)))
    if to:
        open_rows = [item for item in questions_of(unsettled(readings, folder)) if isinstance(item, Question)]
        with atomic(to) as lines:
            lines.writelines(dump_line(item) + "\n" for item in open_rows)
        typer.echo(
            f"agreement: {len(open_rows)} rows to settle -> {to}\n"
            f"  replace each ? under `decided`, then `argmap annotate adjudicate {to}`",
            err=True,
        )


def adjudicate(
    path: Annotated[Path, typer.Argument(help="What `agreement --to` wrote, filled.", metavar="FILE")],
    folder: Folder = Path("annotations"),
    texts: Texts = Path("seeds"),
) -> None:
    """Write annotations/adjudicated/ from the rows that readers agree on and those that were settled."""
    from pipeline.annotate.adjudication.settle import settle

    count, problems = settle(path, folder, texts)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        typer.echo(f"adjudicate: {len(problems)} problems, nothing written", err=True)
        raise typer.Exit(1)
    typer.echo(f"adjudicate: {count} articles -> {folder / 'adjudicated'}", err=True)
