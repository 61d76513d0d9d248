"""What commands tell people: a line or two on standard error, and a number at the end."""

import sqlite3

import typer

from pipeline.errors import ArgmapError, origin

SOME_FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130  # exit codes
SCRATCH = "the folder for scratch files (TMPDIR)"
UNNAMED = f"the output folder, or {SCRATCH}"


def say(message: str) -> None:
    """Print to standard error, so that standard output stays for data."""
    typer.echo(message, err=True)


def tell_others(names: list[str]) -> None:
    """Say how many files were passed over."""
    if names:
        say(f"{len(names)} files of other kinds or of an earlier run ignored, such as {names[0]}")


def message_of(error: Exception) -> str:
    """Say what went wrong, where, and how to mend it."""
    if isinstance(error, ArgmapError):
        return str(error)
    if isinstance(error, OSError):
        where = error.filename or UNNAMED
        return f"{where}: {error.strerror or error}\n  fix: check the path, its permissions and free space"
    if isinstance(error, sqlite3.OperationalError):
        return f"{SCRATCH}: {error}\n  fix: free space there, or set TMPDIR to a folder that has more"
    return (
        f"{origin(error)}: a fault of argmap itself: {type(error).__name__}: {error}\n"
        "  fix: report this line with the article that was read; what was written before is whole"
    )
