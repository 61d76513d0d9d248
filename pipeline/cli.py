"""`argmap`: parse the command line, call one stage or the whole run, say what was done.

The only place that catches ArgmapError. Data go to files or standard output, messages to standard error.
"""

import sqlite3
from pathlib import Path
from traceback import extract_tb
from typing import Annotated, Literal

import typer

from pipeline.annotate.cli import app as annotate_app
from pipeline.compare.cli import diff
from pipeline.errors import ArgmapError
from pipeline.explore.cli import explore
from pipeline.export.cli import EPILOG as EXPORT_EPILOG
from pipeline.export.cli import export
from pipeline.lock import alone
from pipeline.params import Params, load_params
from pipeline.resources import shipped
from pipeline.run.cli import cache as cache_command
from pipeline.text.columns import parse_columns
from pipeline.version import __version__

SOME_FAILED = 1
UNUSABLE = 2
INTERRUPTED = 130
SCRATCH = "the folder for scratch files (TMPDIR)"
UNNAMED = f"the output folder, or {SCRATCH}"

app = typer.Typer(
    name="argmap",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Read news articles on sanctuary policies and write argument maps: who says what, on which side, and why.",
    epilog="Example: argmap run articles/ --out outputs",
    context_settings={"help_option_names": ["-h", "--help"]},
)

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
Seeds = Annotated[Path, typer.Option(help="Folder of the texts that are not in the annotations folder.")]
Examples = Annotated[Path, typer.Option(help="The examples that `train` leaves for `evaluate`.")]
OUTPUTS = Path("outputs")
ANNOTATIONS = Path("annotations")
METRICS = Path("metrics")
EXAMPLES = OUTPUTS / "intermediate" / "examples.jsonl"


def say(message: str) -> None:
    """Print to standard error, so that standard output stays for data."""
    typer.echo(message, err=True)


def _params(path: Path | None) -> Params:
    return load_params(path or shipped("params.yaml"))


def _tell_others(names: list[str]) -> None:
    if names:
        say(f"{len(names)} files of other kinds or of an earlier run ignored, such as {names[0]}")


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Read news articles on sanctuary policies and write argument maps."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command(epilog="Example: argmap run seeds/ more.jsonl --out outputs")
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
        _params(params),
        on_other=others.append,
        model=model,
        linker=linker,
        columns=parse_columns(columns),
        options=options,
    )
    _tell_others(others)
    say(result.message())
    if result.failures:
        raise typer.Exit(SOME_FAILED)


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
    articles, failures = stage.run(paths, out, _params(params), others.append, parse_columns(columns))
    _tell_others(others)
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

    say(f"sentences: {stage.run(out, _params(params))} sentences -> {out / 'sentences.jsonl'}")


@app.command(epilog="Example: argmap entities --out outputs")
@alone
def entities(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 3: parse, and find named entities (entities.jsonl)."""
    from pipeline.stages import entities as stage

    say(f"entities: {stage.run(out, _params(params))} entities -> {out / 'entities.jsonl'}")


@app.command(epilog="Example: argmap quotes --out outputs")
@alone
def quotes(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 4: find who said what (quotes.jsonl)."""
    from pipeline.stages import quotes as stage

    say(f"quotes: {stage.run(out, _params(params))} attributions -> {out / 'quotes.jsonl'}")


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
        f"train: {stage.run(annotations, seeds, model, linker, examples, _params(params))} sentences -> {model}, {linker}"
    )


@app.command(epilog="Example: argmap evaluate --gold annotations --metrics metrics")
def evaluate(
    gold: Annotated[
        Path, typer.Option(help="Folder of annotated articles; its split `test` is scored, or all where it has none.")
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
    from pipeline.evaluation.told import told_briefly
    from pipeline.stages import evaluate as stage

    numbers = _params(params)
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

    count = stage.run(out, model or shipped("models/stance.skops"), _params(params))
    say(f"stance: {count} sentences -> {out / 'stances.jsonl'}")


@app.command(epilog="Example: argmap maps --out outputs")
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
        out, model or shipped("models/stance.skops"), linker or shipped("models/linker.json"), _params(params)
    )
    say(f"maps: {count} maps -> {out / 'maps.jsonl'}")


@app.command(epilog="Example: argmap corpus --out outputs")
@alone
def corpus(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 7: group like claims, follow speakers, count outlets across articles (claims, actors, outlets.jsonl)."""
    from pipeline.stages import corpus as stage

    found = stage.run(out, _params(params))
    say(
        f"corpus: {found.claims} groups of claims, {found.actors} actors, {found.outlets} outlets -> {out / 'claims.jsonl'}"
    )


@app.command(epilog="Example: argmap report --out outputs")
@alone
def report(out: Out = OUTPUTS, params: ParamsFile = None) -> None:
    """Stage 8: write the page to read and share (report.html)."""
    from pipeline.stages import report as stage

    say(f"report: {stage.run(out, _params(params))} articles -> {out / 'report.html'}")


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


app.command(epilog="Example: argmap cache --out outputs --prune-to 500MB")(cache_command)
app.command(epilog=EXPORT_EPILOG)(export)
app.command(epilog="Example: argmap explore --out outputs")(explore)
app.command(epilog="Example: argmap diff outputs-before outputs > changes.md")(diff)
app.add_typer(annotate_app, name="annotate")


def main() -> None:
    """Run one command; every error becomes one message and exit code 2, without a traceback."""
    try:
        app()
    except ArgmapError as error:
        say(f"argmap: {error}")
        raise SystemExit(UNUSABLE) from None
    except KeyboardInterrupt:
        say("argmap: interrupted; files that are already written are whole")
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        raise SystemExit(0) from None
    except OSError as error:
        say(
            f"argmap: {error.filename or UNNAMED}: {error.strerror or error}\n  fix: check the path, its permissions and free space"
        )
        raise SystemExit(UNUSABLE) from None
    except sqlite3.OperationalError as error:
        say(f"argmap: {SCRATCH}: {error}\n  fix: free space there, or set TMPDIR to a folder that has more")
        raise SystemExit(UNUSABLE) from None
    except Exception as error:
        last = extract_tb(error.__traceback__)[-1]
        say(
            f"argmap: {Path(last.filename).name}:{last.lineno}: a fault of argmap itself: {type(error).__name__}: {error}\n"
            "  fix: report this line with the article that was read; what was written before is whole"
        )
        raise SystemExit(UNUSABLE) from None
