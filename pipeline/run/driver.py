"""The driver: read, plan, have the jobs done, string their results together, and write what holds across articles."""

import shutil
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.corpus.helper import Helper, HelperGoneError
from pipeline.corpus.write_corpus import gathering, write_gathered
from pipeline.errors import UsageError
from pipeline.kept.cache import Used
from pipeline.own_folder import OWN
from pipeline.records import Failure
from pipeline.records.jsonl import dump_lines
from pipeline.records.output import output, outputs
from pipeline.records.own_files import own_files
from pipeline.report.write import Report, on_one_page
from pipeline.run.collector import patient_collector
from pipeline.run.done import Done
from pipeline.run.finish import LateFailureError, Strung
from pipeline.run.jobs import Planned, plan
from pipeline.run.local import run_here, run_local
from pipeline.run.options import RunOptions
from pipeline.run.pieces import FILES
from pipeline.run.pool import can_have_processes, stop_pool
from pipeline.run.setup import Setup
from pipeline.run.worker import LAYERS
from pipeline.text.columns import Columns
from pipeline.text.kinds import READABLE
from pipeline.text.read import read_inputs

FEW = 16  # articles to do, below which the others need not wait for them


def drive(
    paths: Sequence[str],
    out: Path,
    setup: Setup,
    options: RunOptions,
    pool: ProcessPoolExecutor | None,
    columns: Columns,
    on_other: Callable[[str], None] | None,
) -> tuple[int, int]:
    """Do all of `run_all` but the lock; return how many articles were written and how many inputs failed.

    `pool` is one that was started early.
    """
    failures: list[Failure] = []
    own = out / OWN
    with patient_collector(), Intake(setup.params.clean, failures.append) as intake:
        limit = setup.params.clean.max_chars
        intake.add_all(read_inputs(paths, limit, on_other, is_own=own_files(out), columns=columns))
        if not intake.count:
            raise _nothing(paths, failures)
        setup = replace(setup, one_page=on_one_page(intake.count, setup.params.report))
        used = Used()
        jobs = list(plan(intake, setup, own / "parts", used))
        to_do = sum(job.to_do for job in jobs)
        if pool and not (to_do and options.workers_for(to_do) == 1):  # none or several are asked for
            stop_pool(pool)
            pool = None
        helper = Helper(pool, own / "parts" / "corpus.db") if pool else None
        ahead = to_do <= FEW and not setup.one_page  # a page of all articles must be written in their order
        with closing(_work(setup, jobs, to_do, intake, options, pool)) as parts:
            strung = Strung(jobs, Done(parts), intake, setup, used)
            try:
                broken = _write(out, options, intake.count, strung, failures, helper, ahead=ahead)
            except (LateFailureError, HelperGoneError):
                broken = _write(out, options, intake.count, strung, failures, None, ahead=False)
        if (own / "parts").is_dir():  # none is needed where all is kept
            shutil.rmtree(own / "parts")
        if setup.cache == own / "cache":
            for layer in LAYERS:
                used.prune(setup.cache / layer)
        return intake.count - len(broken), len(failures) + len(broken)


def _write(
    out: Path,
    options: RunOptions,
    articles: int,
    strung: Strung,
    failures: Sequence[Failure],
    helper: Helper | None,
    *,
    ahead: bool,
) -> list[Failure]:
    """Write all files while the engine works; give what failed besides `failures`. A helper has time when it is done."""
    setup = strung.setup
    with (
        outputs(out, FILES, options.layout, articles) as files,
        output(out, "failures", options.layout.whole) as failed,
        Report(out, setup.one_page) as report,
    ):
        with gathering(setup.params.corpus, helper) as corpus:
            broken = strung.write(files, corpus, report, ahead=ahead)
            strung.done.close()  # the processes are not needed any more
            failed.put(dump_lines([*failures, *broken]))
            for file in files.values():
                file.finish()  # meanwhile
            write_gathered(out, setup.params.corpus, corpus, options.layout.whole, helper)
        report.write()
    return broken


def _work(
    setup: Setup,
    plans: Sequence[Planned],
    articles: int,
    intake: Intake,
    options: RunOptions,
    pool: ProcessPoolExecutor | None,
) -> Generator[Path | None, None, None]:
    """Have the engine do `articles`; yield the parts that are done, and None where there is nothing but to wait."""
    workers = options.workers_for(articles)
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


def _nothing(paths: Sequence[str], failures: Sequence[Failure]) -> UsageError:
    """Say why nothing could be read: the first failure with its own fix, since no failures.jsonl is written."""
    if not failures:
        return UsageError("no article in it", " ".join(paths), f"give files that end in {READABLE}")
    others = f" (and {len(failures) - 1} more that cannot be read)" if len(failures) > 1 else ""
    return UsageError(f"nothing readable: {failures[0].error}{others}", failures[0].input, failures[0].fix)
