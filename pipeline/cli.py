"""`argmap`: parse the command line, call one stage or the whole run, say what was done.

The only place that catches ArgmapError. Data go to files or standard output, messages to standard error.
"""

import sqlite3
from pathlib import Path
from traceback import extract_tb
from typing import Annotated

import typer

from pipeline.annotate.cli import app as annotate_app
from pipeline.commands.cache import cache
from pipeline.commands.options import INTERRUPTED, OUTPUTS, STOPPED, UNUSABLE, Out, say
from pipeline.commands.run import run
from pipeline.commands.stages import app as stages_app
from pipeline.compare.cli import diff
from pipeline.errors import ArgmapError
from pipeline.explore.cli import explore
from pipeline.export.cli import EPILOG as EXPORT_EPILOG
from pipeline.export.cli import export
from pipeline.version import __version__

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


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Read news articles on sanctuary policies and write argument maps."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


app.command(epilog="Example: argmap run seeds/ more.jsonl --out outputs")(run)
app.registered_commands += stages_app.registered_commands


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
    except ArgmapError as error:
        say(f"argmap: {error}")
        raise SystemExit(UNUSABLE) from None
    except KeyboardInterrupt:
        say(STOPPED)
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
