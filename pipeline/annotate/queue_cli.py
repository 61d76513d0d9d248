"""`argmap annotate queue`: what to label next."""

from pathlib import Path
from typing import Annotated

import typer

SENTENCES = 60


def queue(
    out: Annotated[Path, typer.Option(help="Outputs of a run over new articles.")] = Path("outputs"),
    sentences: Annotated[
        int | None, typer.Option(min=1, help=f"How many sentences; {SENTENCES} where nothing is said.")
    ] = None,
    articles: Annotated[int | None, typer.Option(min=1, help="Or how many articles, with all their sentences.")] = None,
    folder: Annotated[Path, typer.Option("--annotations", help="What is annotated already is left out.")] = Path(
        "annotations"
    ),
    to: Annotated[Path | None, typer.Option(help="File to write; standard output by default.")] = None,
) -> None:
    """List what to label next: sentences that the model is unsure of, unlike each other, the most telling first."""
    from pipeline.annotate.queue.write import queue_of
    from pipeline.errors import UsageError
    from pipeline.records.jsonl import atomic

    if sentences and articles:
        raise UsageError("--sentences and --articles exclude each other", "argmap annotate queue", "give one of them")
    lines = queue_of(out, folder, sentences or SENTENCES, articles or 0)
    text = "".join(line + "\n" for line in lines)
    if to is None:
        typer.echo(text, nl=False)
    else:
        with atomic(to) as file:
            file.write(text)
    typer.echo(f"queue: {len(lines)} sentences" + (f" -> {to}" if to else ""), err=True)
