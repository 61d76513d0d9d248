"""`argmap annotate edit`: annotate an article in a browser, on this machine alone."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

PORT = 8002
STOPPED = 130


def edit(
    article: Annotated[
        str,
        typer.Argument(help="An id of the annotations or of the outputs, or a .txt or .html file.", metavar="ARTICLE"),
    ],
    folder: Annotated[Path, typer.Option("--folder", "--annotations", help="Folder of the annotations.")] = Path(
        "annotations"
    ),
    annotator: Annotated[
        str, typer.Option(help="Whose reading it is; `adjudicated` is what training reads.")
    ] = "adjudicated",
    out: Annotated[Path, typer.Option(help="Outputs of a run, for its articles and guesses.")] = Path("outputs"),
    texts: Annotated[
        Path, typer.Option("--seeds", help="Folder of texts that are not in the annotations folder.")
    ] = Path("seeds"),
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes any that is free.", min=0, max=65535)] = PORT,
    blind: Annotated[
        bool, typer.Option("--blind", help="Start from nothing and never show the model's guesses.")
    ] = False,
    params: Annotated[Path | None, typer.Option(help="A params.yaml.")] = None,
) -> None:
    """Annotate an article in a browser; every change is saved. The page is served to this machine alone."""
    from pipeline.extras import need

    need("flask", "annotate")
    from pipeline.annotate.check import NOT_ANNOTATORS
    from pipeline.annotate.editor.files import ReadingFiles
    from pipeline.annotate.editor.find_article import Places, find_article
    from pipeline.annotate.editor.serve import make_local, open_page
    from pipeline.annotate.editor.session import Session
    from pipeline.annotate.listed import check_name
    from pipeline.api import load
    from pipeline.errors import UsageError
    from pipeline.loopback import listen

    check_name(annotator, "--annotator")
    if annotator in NOT_ANNOTATORS:
        raise UsageError(f"{annotator!r} is the folder of the texts", "--annotator", "give another name")
    with closing(listen(port)) as listener:
        chosen = find_article(article, Places(folder, texts, out), lambda: load(params))
        session = Session(folder, chosen, ReadingFiles(folder / annotator, chosen.article.id), blind)
        session.draft()  # a broken file is told here, not in the browser
        app, address = open_page(session, listener)
        typer.echo(f"edit: {address} (Ctrl-C stops it)", err=True)
        make_local(app, listener).serve_forever()
    read = session.draft().read
    typer.echo(f"edit: stopped; {sum(read)} of {len(read)} sentences read -> {session.files.rows}", err=True)
    raise typer.Exit(STOPPED)
