"""A command for each stage, of the stage's own name."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import (
    OUTPUTS,
    SOME_FAILED,
    UNUSABLE,
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
from pipeline.keys import INTERMEDIATE
from pipeline.lock import alone
from pipeline.resources import shipped
from pipeline.text.columns import parse_columns

app = typer.Typer()

Seeds = Annotated[Path, typer.Option(help="Folder of the texts that are not in the annotations folder.")]
Examples = Annotated[Path, typer.Option(help="The examples that `train` leaves for `evaluate`.")]
ANNOTATIONS = Path("annotations")
METRICS = Path("metrics")
EXAMPLES = OUTPUTS / INTERMEDIATE / "learnt" / "examples.jsonl"


@app.command(epilog="Example: argmap clean seeds/ --out outputs")
@stoppable
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
@stoppable
@alone
def sentences(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 2: split the blocks into sentences (sentences.jsonl)."""
    from pipeline.stages import sentences as stage

    say(f"sentences: {stage.run(out, params_of(params))} sentences -> {out / 'sentences.jsonl'}")


@app.command(epilog="Example: argmap entities --out outputs")
@stoppable
@alone
def entities(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 3: parse, and find named entities (entities.jsonl)."""
    from pipeline.stages import entities as stage

    say(f"entities: {stage.run(out, params_of(params))} entities -> {out / 'entities.jsonl'}")


@app.command(epilog="Example: argmap quotes --out outputs")
@stoppable
@alone
def quotes(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 4: find who said what (quotes.jsonl)."""
    from pipeline.stages import quotes as stage

    say(f"quotes: {stage.run(out, params_of(params))} attributions -> {out / 'quotes.jsonl'}")


@app.command(epilog="Example: argmap train --annotations annotations --model models/stance.skops")
@stoppable
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
@stoppable
def evaluate(
    gold: Annotated[
        Path,
        typer.Option(
            help="Folder of annotated articles; its split `test` is scored, or all where it has none. "
            "Of articles annotated in part, such as a queue's, stance alone."
        ),
    ] = ANNOTATIONS,
    seeds: Seeds = Path("seeds"),
    examples: Examples = EXAMPLES,
    model: Annotated[Path | None, typer.Option(help="The classifier; by default the one that is shipped.")] = None,
    linker: Links = None,
    metrics: Annotated[
        Path | None,
        typer.Option(help="Folder of metrics and plots; by default metrics, or GOLD/metrics for another GOLD."),
    ] = None,
    card: Annotated[Path | None, typer.Option(help="Where to write what the classifier was trained on.")] = None,
    params: ParamsFile = None,
) -> None:
    """Score every layer against annotated articles (metrics/evaluation.json)."""
    from pipeline.evaluation.changes import since
    from pipeline.evaluation.told import told_briefly, told_scores
    from pipeline.stages import evaluate as stage

    numbers = params_of(params)
    folder = metrics or (METRICS if gold == ANNOTATIONS else gold / "metrics")
    classifier, links = model or shipped("models/stance.skops"), linker or shipped("models/linker.json")
    scores = stage.run(gold, seeds, classifier, links, examples, folder, numbers, card)
    say("evaluate: " + "\n  ".join(told_scores(scores)))
    say(f"  -> {folder / 'evaluation.json'}, {folder / 'evaluation.html'}")
    for line in told_briefly(*since(folder, "HEAD", numbers.evaluate)):
        say(f"  since the last commit: {line}")


@app.command(epilog="Example: argmap stance --out outputs")
@stoppable
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
@stoppable
@alone
def maps(
    out: Out = OUTPUTS,
    model: Model = None,
    linker: Links = None,
    params: ParamsFile = None,
) -> None:
    """Stage 6: build the argument maps (maps.jsonl)."""
    from pipeline.stages import maps as stage

    count = stage.run(
        out, model or shipped("models/stance.skops"), linker or shipped("models/linker.json"), params_of(params)
    )
    say(f"maps: {count} maps -> {out / 'maps.jsonl'}")


@app.command(epilog="Example: argmap corpus --out outputs")
@stoppable
@alone
def corpus(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 7: group like claims, follow speakers, count outlets across articles (claims, actors, outlets.jsonl)."""
    from pipeline.stages import corpus as stage

    found = stage.run(out, params_of(params))
    say(
        f"corpus: {found.claims} groups of claims, {found.actors} actors, {found.outlets} outlets -> {out / 'claims.jsonl'}"
    )


@app.command(epilog="Example: argmap report --out outputs")
@stoppable
@alone
def report(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 8: write the page to read and share (report.html)."""
    from pipeline.stages import report as stage

    say(f"report: {stage.run(out, params_of(params))} articles -> {out / 'report.html'}")


@app.command(epilog="Example: argmap code --out outputs")
@stoppable
@alone
def code(
    out: Out = OUTPUTS,
    lock: Annotated[Path, typer.Option(help="The lock of the installed packages.")] = Path("requirements.lock"),
) -> None:
    """Say of which files each stage is made, for `dvc repro` (intermediate/code)."""
    from pipeline.stages import code as stage

    say(f"code: {stage.run(lock, out)} stages -> {out / INTERMEDIATE / 'code'}")
