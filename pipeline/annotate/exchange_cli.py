"""`argmap annotate export` and `argmap annotate import`: out to annotation tools, and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import UsageError
from pipeline.records.jsonl import atomic

if TYPE_CHECKING:
    from pipeline.annotate.formats.registry import Format

Form = Annotated[str, typer.Argument(help="label-studio, doccano, prodigy, brat, csv, tsv or jsonl.", metavar="FORMAT")]
Folder = Annotated[Path, typer.Option("--folder", help="Folder of the annotations.")]
Texts = Annotated[Path, typer.Option("--seeds", help="Folder of texts that are not in the annotations folder.")]
Out = Annotated[Path, typer.Option(help="Folder of a run's output files.")]
FOLDER, TEXTS, OUTPUTS = Path("annotations"), Path("seeds"), Path("outputs")
UNUSABLE = 2


def register(app: typer.Typer) -> None:
    """Add the two commands."""
    app.command("export", epilog="Example: argmap annotate export label-studio --to tasks.json")(export_tasks)
    app.command("import", epilog="Example: argmap annotate import label-studio export.json --annotator ana")(
        import_labels
    )


def export_tasks(
    form: Form,
    out: Out = OUTPUTS,
    article: Annotated[list[str] | None, typer.Option(help="An article's id; may be repeated.", metavar="ID")] = None,
    queue: Annotated[Path | None, typer.Option(help="A queue: only the sentences that it lists.")] = None,
    blind: Annotated[bool, typer.Option("--blind", help="The bounds of sentences alone, no labels.")] = False,
    annotator: Annotated[str | None, typer.Option(help="Export this reader's annotations, not a run.")] = None,
    folder: Folder = FOLDER,
    texts: Texts = TEXTS,
    to: Annotated[
        Path | None, typer.Option(help="File, for brat the folder, to write; by default in OUT/export/annotate.")
    ] = None,
    config: Annotated[
        bool, typer.Option("--config", help="Print what the tool must know of labels, and stop.")
    ] = False,
) -> None:
    """Write tasks for an annotation tool, filled with the model's guesses; its configuration beside them."""
    from pipeline.annotate.tasks import tasks_of_reading, tasks_of_run
    from pipeline.annotate.write_tasks import write_tasks

    chosen = _format(form)
    if config:
        if not chosen.config:
            raise UsageError("this format needs no configuration", form, "leave out --config")
        text = next(iter(chosen.config.values()))()
        if to is None:
            typer.echo(text, nl=False)
        else:
            with atomic(to) as lines:
                lines.write(text)
        return
    if annotator is not None and queue is not None:
        raise UsageError("a queue is of a run", "--queue", "leave out --annotator or --queue")
    wanted = article or []
    if annotator is None:
        tasks = tasks_of_run(out, wanted, queue, blind)
    else:
        tasks = tasks_of_reading(folder, texts, annotator, wanted, blind)
    path = to or out / "export" / "annotate" / f"{chosen.name}{chosen.suffix}"
    for written in write_tasks(chosen, tasks, path):
        typer.echo(f"export: {written}", err=True)
    typer.echo(f"export: {len(tasks)} articles, {sum(len(t.rows) for t in tasks)} sentences", err=True)


def import_labels(
    form: Form,
    path: Annotated[Path, typer.Argument(help="What the tool exported; of brat the folder.")],
    annotator: Annotated[str, typer.Option(help="Whose reading it is: a folder in the annotations.")],
    folder: Folder = FOLDER,
    texts: Texts = TEXTS,
    out: Out = OUTPUTS,
    completed_by: Annotated[
        str | None, typer.Option(help="The tool's name, e-mail or number of the person whose labels to take.")
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Label anew what the annotator has labelled before; their other sentences of these articles stay. "
            "Of an article without any role in the file, sentences keep the roles that they had; without any span, "
            "all spans stay, else those of the sentences labelled anew go. What served a sentence that has no role "
            "now serves the issue.",
        ),
    ] = False,
) -> None:
    """Read annotations from a tool; all are checked, and with one fault nothing is written."""
    from pipeline.annotate.import_readings import import_readings

    done = import_readings(_format(form), path, annotator, folder, texts, out, completed_by, replace)
    for note in done.left_out:
        typer.echo(f"left out: {note}", err=True)
    for problem in done.problems:
        typer.echo(str(problem))
    if done.problems:
        typer.echo(f"import: {len(done.problems)} problems, nothing written", err=True)
        raise typer.Exit(UNUSABLE)
    if not done.readings:
        raise UsageError("nothing is labelled", str(path), "label some sentences, submit them and export again")
    partial = sum(reading.card.partial for reading in done.readings)
    rows = sum(reading.labelled for reading in done.readings)
    people = f", labelled by {', '.join(done.people)}" if done.people else ""
    typer.echo(
        f"import: {len(done.readings)} articles ({partial} in part), {rows} sentences{people} -> {folder / annotator}",
        err=True,
    )
    before = sum(reading.relabelled for reading in done.readings)
    others = sum(len(reading.rows) - reading.labelled for reading in done.readings)
    if before or others:
        typer.echo(f"  sentences labelled before: {before} replaced, {others} others of these articles kept", err=True)
    if moved := sum(reading.moved for reading in done.readings):
        typer.echo(f"  premises that serve the issue, since what they served has no role now: {moved}", err=True)
    if dropped := sum(reading.dropped for reading in done.readings):
        typer.echo(f"  spans marked before: {dropped} dropped with the sentences labelled anew", err=True)


def _format(name: str) -> "Format":
    from pipeline.annotate.formats.registry import FORMATS

    if name not in FORMATS:
        raise UsageError("no such format", name, "one of " + ", ".join(FORMATS))
    return FORMATS[name]
