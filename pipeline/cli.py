"""`argmap`: parse the command line, call one stage or the whole run, say what was done.

The only place that catches ArgmapError. Data go to files or standard output, messages to standard error.
"""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.annotate.cli import app as annotate_app
from pipeline.command_options import (
    OUTPUTS,
    ColumnNames,
    Linker,
    Model,
    Out,
    ParamsFile,
    Paths,
    params_of,
)
from pipeline.compare.cli import diff
from pipeline.explore.cli import explore
from pipeline.export.cli import EPILOG as EXPORT_EPILOG
from pipeline.export.cli import export
from pipeline.kept.cli import cache
from pipeline.lock import alone
from pipeline.messages import INTERRUPTED, SOME_FAILED, UNUSABLE, message_of, say, tell_others
from pipeline.resources import shipped
from pipeline.run.cli import run
from pipeline.text.columns import parse_columns
from pipeline.version import __version__

app = typer.Typer(
    name="argmap",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Read news articles on sanctuary policies and write argument maps: who says what, on which side, and why.",
    epilog="Example: argmap run articles/ --out outputs",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Seeds = Annotated[Path, typer.Option(help="Folder of the texts that are not in the annotations folder.")]
Examples = Annotated[Path, typer.Option(help="The examples that `train` leaves for `evaluate`.")]
ANNOTATIONS = Path("annotations")
METRICS = Path("metrics")
EXAMPLES = OUTPUTS / "intermediate" / "examples.jsonl"


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Read news articles on sanctuary policies and write argument maps."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


app.command(epilog="Example: argmap run seeds/ more.jsonl --out outputs")(run)


@app.command(epilog="Example: argmap clean seeds/ --out outputs")
@alone
def clean(
    paths: Paths,
    out: Out = OUTPUTS,
    params: ParamsFile = None,
    columns: ColumnNames = None,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="End with 0 although some articles failed.")] = False,
) -> None:
    """Stage 1: read articles; find blocks, title, authors, date (articles.jsonl)."""
    from pipeline.stages import clean as stage

    others: list[str] = []
    articles, failures = stage.run(paths, out, params_of(params), others.append, parse_columns(columns))
    tell_others(others)
    say(f"clean: {articles} articles, {failures} failures -> {out / 'articles.jsonl'}")
    if failures:
        say(f"  see {out / 'failures.jsonl'} for what failed and how to mend it")
    if failures and not articles:
        raise typer.Exit(UNUSABLE)
    if failures and not keep_going:
        raise typer.Exit(SOME_FAILED)


@app.command(epilog="Example: argmap sentences --out outputs")
@alone
def sentences(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 2: split the blocks into sentences (sentences.jsonl)."""
    from pipeline.stages import sentences as stage

    say(f"sentences: {stage.run(out, params_of(params))} sentences -> {out / 'sentences.jsonl'}")


@app.command(epilog="Example: argmap entities --out outputs")
@alone
def entities(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 3: parse, and find named entities (entities.jsonl)."""
    from pipeline.stages import entities as stage

    say(f"entities: {stage.run(out, params_of(params))} entities -> {out / 'entities.jsonl'}")


@app.command(epilog="Example: argmap quotes --out outputs")
@alone
def quotes(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 4: find who said what (quotes.jsonl)."""
    from pipeline.stages import quotes as stage

    say(f"quotes: {stage.run(out, params_of(params))} attributions -> {out / 'quotes.jsonl'}")


@app.command(epilog="Example: argmap train --annotations annotations --model models/stance.skops")
def train(
    annotations: Annotated[Path, typer.Option(help="Folder of annotated articles.")] = Path("annotations"),
    model: Annotated[Path, typer.Option(help="Where to write the classifier.")] = Path("models/stance.skops"),
    linker: Annotated[Path, typer.Option(help="Where to write the linker of arguments.")] = Path("models/linker.json"),
    seeds: Seeds = Path("seeds"),
    examples: Examples = EXAMPLES,
    params: ParamsFile = None,
) -> None:
    """Train the stance classifier and the linker on the annotated articles of the split `train`."""
    from pipeline.stages import train as stage

    say(
        f"train: {stage.run(annotations, seeds, model, linker, examples, params_of(params))} sentences -> {model}, {linker}"
    )


@app.command(epilog="Example: argmap evaluate --gold annotations --metrics metrics")
def evaluate(
    gold: Annotated[
        Path, typer.Option(help="Folder of annotated articles; its split `test` is scored, or all where it has none.")
    ] = ANNOTATIONS,
    seeds: Seeds = Path("seeds"),
    examples: Examples = EXAMPLES,
    model: Annotated[Path | None, typer.Option(help="The classifier; by default the one that is shipped.")] = None,
    linker: Linker = None,
    metrics: Annotated[
        Path | None,
        typer.Option(help="Folder of metrics and plots; by default metrics, or GOLD/metrics for another GOLD."),
    ] = None,
    card: Annotated[Path | None, typer.Option(help="Where to write what the classifier was trained on.")] = None,
    params: ParamsFile = None,
) -> None:
    """Score every layer against annotated articles (metrics/evaluation.json)."""
    from pipeline.evaluation.changes import since
    from pipeline.evaluation.told import told_briefly
    from pipeline.stages import evaluate as stage

    numbers = params_of(params)
    folder = metrics or (METRICS if gold == ANNOTATIONS else gold / "metrics")
    classifier, links = model or shipped("models/stance.skops"), linker or shipped("models/linker.json")
    scores = stage.run(gold, seeds, classifier, links, examples, folder, numbers, card)
    test, crossed = scores["test"]["stance"], scores["stance"].get("cross_validation")
    say(
        f"evaluate: stance macro-F1 {test['macro_f1']:.2f} on {test['articles']} articles never fitted, {test['rows']} rows"
        + (f"; {crossed['macro_f1']:.2f} in cross-validation" if crossed else "")
    )
    say(f"  -> {folder / 'evaluation.json'}, {folder / 'evaluation.html'}")
    for line in told_briefly(*since(folder, "HEAD", numbers.evaluate)):
        say(f"  since the last commit: {line}")


@app.command(epilog="Example: argmap stance --out outputs")
@alone
def stance(
    out: Out = OUTPUTS,
    model: Model = None,
    params: ParamsFile = None,
) -> None:
    """Stage 5: label every sentence pro, anti or neutral (stances.jsonl, speakers.jsonl)."""
    from pipeline.stages import stance as stage

    count = stage.run(out, model or shipped("models/stance.skops"), params_of(params))
    say(f"stance: {count} sentences -> {out / 'stances.jsonl'}")


@app.command(epilog="Example: argmap maps --out outputs")
@alone
def maps(
    out: Out = OUTPUTS,
    model: Model = None,
    linker: Linker = None,
    params: ParamsFile = None,
) -> None:
    """Stage 6: build the argument maps (maps.jsonl)."""
    from pipeline.stages import maps as stage

    count = stage.run(
        out, model or shipped("models/stance.skops"), linker or shipped("models/linker.json"), params_of(params)
    )
    say(f"maps: {count} maps -> {out / 'maps.jsonl'}")


@app.command(epilog="Example: argmap corpus --out outputs")
@alone
def corpus(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 7: group like claims, follow speakers, count outlets across articles (claims, actors, outlets.jsonl)."""
    from pipeline.stages import corpus as stage

    found = stage.run(out, params_of(params))
    say(
        f"corpus: {found.claims} groups of claims, {found.actors} actors, {found.outlets} outlets -> {out / 'claims.jsonl'}"
    )


@app.command(epilog="Example: argmap report --out outputs")
@alone
def report(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 8: write the page to read and share (report.html)."""
    from pipeline.stages import report as stage

    say(f"report: {stage.run(out, params_of(params))} articles -> {out / 'report.html'}")


@app.command(epilog="Example: argmap summary --out outputs")
def summary(out: Out = OUTPUTS) -> None:
    """Print a short table of what was found."""
    from pipeline.report.summary import print_summary

    print_summary(out)


@app.command(epilog="Example: argmap schema quotes")
def schema(
    name: Annotated[str | None, typer.Argument(help="An output file's stem, such as quotes; all by default.")] = None,
) -> None:
    """Print the JSON Schema of the output files."""
    from pipeline.records.schema import schema_json

    typer.echo(schema_json(name))


app.command(epilog="Example: argmap cache --out outputs --prune-to 500MB")(cache)
app.command(epilog=EXPORT_EPILOG)(export)
app.command(epilog="Example: argmap explore --out outputs")(explore)
app.command(epilog="Example: argmap diff outputs-before outputs > changes.md")(diff)
app.add_typer(annotate_app, name="annotate")


def main() -> None:
    """Run one command; every error becomes one message and exit code 2, without a traceback."""
    try:
        app()
    except BrokenPipeError:
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        say("argmap: interrupted; files that are already written are whole")
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:
        say(f"argmap: {message_of(error)}")
        raise SystemExit(UNUSABLE) from None
