"""Do every stage for any articles; the same bytes as the stages write, whatever the number of processes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.loading import uncollected
from pipeline.lock import locked
from pipeline.own_folder import OWN
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.early import early_pool
from pipeline.run.options import RunOptions
from pipeline.run.setup import Setup
from pipeline.text.columns import OWN_NAMES, Columns


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did."""

    articles: int
    failures: int
    out: Path

    def message(self) -> str:
        """Say it in a line or two."""
        text = (
            f"run: {self.articles} article{'s' * (self.articles != 1)} -> {self.out}; open {self.out / 'report.html'}"
        )
        if self.failures:
            text += f"\n  {self.failures} failed: see {self.out / 'failures.jsonl'} for what and how to mend it"
        return text


def run_all(
    paths: Sequence[str],
    out: Path,
    params: Params,
    *,
    on_other: Callable[[str], None] | None = None,
    model: Path | None = None,
    linker: Path | None = None,
    columns: Columns = OWN_NAMES,
    options: RunOptions | None = None,
) -> RunResult:
    """Work articles and write all output files; a few articles are in memory at a time.

    `on_other` is called with the name of each file that is passed over: of another kind, or an output of `out`.
    `model` and `linker` stand in for the shipped ones; `columns` says which columns of tables hold the fields. A run that
    was stopped goes on where it was.

    Raises:
        UsageError: nothing could be read, or another run writes to the same folder.
        MissingArtifactError: there is no such classifier or linker.
    """
    options = options or RunOptions()
    setup = Setup(
        params,
        model or shipped("models/stance.skops"),
        linker or shipped("models/linker.json"),
        (options.cache or out / OWN / "cache") if options.keep else None,
        one_page=True,
    )
    with locked(out), early_pool(setup, options) as pool:
        with uncollected():
            from pipeline.run.driver import drive  # takes a while, in which the early process is at work

        articles, failed = drive(paths, out, setup, options, pool, columns, on_other)
        return RunResult(articles, failed, out)
