"""`argmap export`: one command for all formats."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError

EPILOG = "Example: argmap export aif --out outputs --to my-maps"


def export(
    form: Annotated[
        str | None, typer.Argument(help="The format; without one, the formats are listed.", metavar="FORMAT")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder of a run's output files.")] = Path("outputs"),
    to: Annotated[Path | None, typer.Option(help="Folder to write to; by default OUT/export/FORMAT.")] = None,
    article: Annotated[str | None, typer.Option(help="Print the map of this article instead of writing files.")] = None,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats and stop.")] = False,
) -> None:
    """Write maps, tables or annotations for other programs: a file an article, or a file a table."""
    from pipeline.export.formats import MAPS, TABLES, listing

    if list_formats or form is None:
        typer.echo(listing())
        return
    if form not in {**MAPS, **TABLES}:
        raise UsageError("no such format", form, "one of " + ", ".join((*MAPS, *TABLES)))
    if article is not None:
        if form in TABLES or to is not None:
            raise UsageError(
                "--article prints one map", "export", "leave out --to, and take a format with a file an article"
            )
        from pipeline.export.one import dump_one

        typer.echo(dump_one(out, article, MAPS[form]).encode(), nl=False)
        return
    folder = to or out / "export" / form
    if form in MAPS:
        from pipeline.export.write_maps import write_maps

        message = f"{write_maps(out, folder, MAPS[form])} articles"
    else:
        from pipeline.export.write_tables import write_tables

        message = ", ".join(write_tables(out, folder, TABLES[form]))
    typer.echo(f"export: {message} -> {folder}", err=True)
