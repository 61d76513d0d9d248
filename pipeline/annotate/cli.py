"""`argmap annotate …`: a person sits between these commands, so they are no DVC stages."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.annotate.compare_cli import compare
from pipeline.annotate.edit_cli import edit
from pipeline.annotate.exchange_cli import register as register_exchange
from pipeline.annotate.queue_cli import queue
from pipeline.annotate.readers_cli import adjudicate, agreement

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Annotate articles and check annotations.",
    epilog="Example: argmap annotate template my-article.txt",
)
Folder = Annotated[Path, typer.Option("--annotations", help="Folder of the annotations.")]
Texts = Annotated[Path, typer.Option("--seeds", help="Folder of texts that are not in the annotations folder.")]
FOLDER, TEXTS = Path("annotations"), Path("seeds")


@app.command(epilog="Example: argmap annotate template my-article.txt")
def template(
    article: Annotated[str, typer.Argument(help="A .txt or .html file.", metavar="ARTICLE")],
    folder: Folder = FOLDER,
    annotator: Annotated[
        str, typer.Option(help="Whose reading it is; `adjudicated` is what training reads.")
    ] = "adjudicated",
    params: Annotated[Path | None, typer.Option(help="A params.yaml.")] = None,
) -> None:
    """Start an annotation of an article, filled with the model's guesses."""
    from pipeline.annotate.template import write_template
    from pipeline.api import load

    path = write_template(article, folder, annotator, load(params))
    typer.echo(
        f"template: {path}\n  correct it by {folder / 'GUIDELINE.md'}, then `argmap annotate check` and `dvc repro`",
        err=True,
    )


@app.command(epilog="Example: argmap annotate check")
def check(folder: Folder = FOLDER, texts: Texts = TEXTS) -> None:
    """Check all annotations: format, offsets, guideline."""
    from pipeline.annotate.check import check_folder

    count, problems = check_folder(folder, texts)
    for problem in problems:
        typer.echo(str(problem))
    typer.echo(f"check: {count} files, {len(problems)} problems", err=True)
    if problems:
        raise typer.Exit(1)


app.command(epilog="Example: argmap annotate queue --out outputs --sentences 60 --to queue.jsonl")(queue)
app.command(epilog="Example: argmap annotate compare")(compare)
app.command(epilog="Example: argmap annotate agreement reader1 reader2 --to adjudication.jsonl")(agreement)
app.command(epilog="Example: argmap annotate adjudicate adjudication.jsonl")(adjudicate)
app.command(epilog="Example: argmap annotate edit my-article.txt --annotator me")(edit)
register_exchange(app)
