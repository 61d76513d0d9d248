"""`argmap annotate compare`: what a retraining changed."""

from pathlib import Path
from typing import Annotated

import typer


def compare(
    metrics: Annotated[Path, typer.Option(help="Folder of the metrics.")] = Path("metrics"),
    since: Annotated[str, typer.Option(help="The commit to compare with.")] = "HEAD",
    folder: Annotated[Path, typer.Option("--annotations", help="Folder of the annotations.")] = Path("annotations"),
    texts: Annotated[Path, typer.Option("--seeds", help="Folder of texts that are not in it.")] = Path("seeds"),
    params: Annotated[Path | None, typer.Option(help="A params.yaml.")] = None,
) -> None:
    """Compare the last evaluation with a committed one: scores, changed labels, and whether it is more than noise."""
    from pipeline.evaluation.changes import since as changed_since
    from pipeline.evaluation.told import NOTHING, score_table, told_wholly
    from pipeline.gold.texts import texts_of
    from pipeline.params import load_params
    from pipeline.resources import shipped

    numbers = load_params(params or shipped("params.yaml"))
    scores, changes = changed_since(metrics, since, numbers.evaluate)
    if not scores and changes is None:
        typer.echo(f"compare: {NOTHING}", err=True)
        return
    typer.echo("\n".join(score_table(scores)))
    if changes is None:
        typer.echo("compare: that commit has no labels.csv, so no sentence can be compared", err=True)
        return
    articles = sorted({after.article for _, after in changes.changed})
    typer.echo("\n" + "\n".join(told_wholly(changes, texts_of(folder, texts, articles))))
