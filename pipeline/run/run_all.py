"""Do every stage for any articles; the same bytes as the stages write, whatever the number of processes."""

import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.corpus.write_corpus import gathering, write_gathered
from pipeline.errors import UsageError
from pipeline.kept.cache import Used
from pipeline.lock import locked
from pipeline.params import Params
from pipeline.records import Failure
from pipeline.records.own_files import OWN, own_files
from pipeline.report.write import Report, on_one_page
from pipeline.resources import shipped
from pipeline.run.early import early_pool
from pipeline.run.finish import Strung
from pipeline.run.jobs import Planned, plan
from pipeline.run.local import can_have_processes, run_here, run_local, stop_pool
from pipeline.run.options import RunOptions
from pipeline.run.setup import Setup
from pipeline.run.worker import LAYERS
from pipeline.text.columns import OWN_NAMES, Columns
from pipeline.text.kinds import READABLE
from pipeline.text.read import read_inputs


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
    failures: list[Failure] = []
    own = out / OWN
    setup = Setup(
        params,
        model or shipped("models/stance.skops"),
        linker or shipped("models/linker.json"),
        (options.cache or own / "cache") if options.keep else None,
        one_page=True,
    )
    with (
        locked(out),
        early_pool(setup, options) as pool,
        Intake(params.clean, failures.append) as intake,
    ):
        intake.add_all(read_inputs(paths, params.clean.max_chars, on_other, is_own=own_files(out), columns=columns))
        if not intake.count:
            raise _nothing(paths, failures)
        setup = replace(setup, one_page=on_one_page(intake.count, params.report))
        used = Used()
        jobs = list(plan(intake, setup, own / "parts", used))
        with (
            closing(_work(setup, jobs, intake, options, pool)) as done,
            gathering(params.corpus) as corpus,
            Report(out, setup.one_page) as report,
        ):
            broken = Strung(_parts(jobs, done), intake, setup).write(out, options.layout, failures, corpus, report)
            done.close()  # the processes are not needed any more
            write_gathered(out, params.corpus, corpus, options.layout.whole)
            report.write()
        shutil.rmtree(own / "parts")
        if setup.cache == own / "cache":
            for layer in LAYERS:
                used.prune(setup.cache / layer)
        return RunResult(intake.count - broken, len(failures) + broken, out)


def _work(
    setup: Setup, plans: Sequence[Planned], intake: Intake, options: RunOptions, pool: ProcessPoolExecutor | None
) -> Generator[Path | None, None, None]:
    """Do by the engine what is to do; yield the parts that are done, and None where there is nothing but to wait."""
    articles = sum(p.to_do for p in plans)
    workers = options.workers_for(articles)
    if pool and not (articles and workers == 1):  # none or several are asked for
        stop_pool(pool)
        pool = None
    if not articles:
        return
    jobs = (p.job(intake) for p in plans if p.to_do)
    if options.engine == "ray":
        from pipeline.run.ray_engine import run_ray

        yield from run_ray(setup, jobs, options, articles)
    elif (workers == 1 and pool is None) or not can_have_processes():
        yield from run_here(setup, jobs)
    else:
        yield from run_local(setup, jobs, workers, pool)


def _parts(jobs: Iterable[Planned], done: Iterator[Path | None]) -> Iterator[Path]:
    """Yield the parts in order, each as soon as the engine has done it; meanwhile the engine works on.

    The disk is not asked: a network folder may not show at once what another machine has written.
    """
    first = next(done, None)
    ready = {first.name} if first else set()
    for job in jobs:
        while job.to_do and job.part.name not in ready and (part := next(done, None)):
            ready.add(part.name)
        ready.discard(job.part.name)
        yield job.part


def _nothing(paths: Sequence[str], failures: Sequence[Failure]) -> UsageError:
    """Say why nothing could be read: the first failure with its own fix, since no failures.jsonl is written."""
    if not failures:
        return UsageError("no article in it", " ".join(paths), f"give files that end in {READABLE}")
    others = f" (and {len(failures) - 1} more that cannot be read)" if len(failures) > 1 else ""
    return UsageError(f"nothing readable: {failures[0].error}{others}", failures[0].input, failures[0].fix)
