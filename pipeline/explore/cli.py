"""`argmap explore`: build a database of the output files and look around in it with a browser."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

PORT = 8001
STOPPED = 130


def explore(
    out: Annotated[Path, typer.Option(help="Folder of the output files.")] = Path("outputs"),
    db: Annotated[Path | None, typer.Option(help="The database to write; by default argmap.db in that folder.")] = None,
    build_only: Annotated[bool, typer.Option("--build-only", help="Write the database and stop.")] = False,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes any that is free.", min=0, max=65535)] = PORT,
) -> None:
    """Search and query the output files in a browser: a SQLite database, served by Datasette to this machine alone."""
    from pipeline.explore.build import build
    from pipeline.explore.serve import address, check_servable, serve
    from pipeline.extras import need
    from pipeline.loopback import listen

    path = db or out / "argmap.db"
    if build_only:
        _say_built(build(out, path), path)
        return
    need("datasette.app", "explore")  # before the work, not after it
    check_servable(path)
    with closing(listen(port)) as listener:
        _say_built(build(out, path), path)
        try:
            typer.echo(f"explore: {address(path, listener)} (Ctrl-C stops it)", err=True)
            serve(path, listener)
        except KeyboardInterrupt:
            typer.echo("explore: stopped", err=True)
            raise typer.Exit(STOPPED) from None


def _say_built(articles: int, path: Path) -> None:
    typer.echo(f"explore: {articles} articles -> {path}", err=True)
