"""Do every stage for any articles; the same bytes as the stages write, whatever the number of processes."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.corpus.write_corpus import write_corpus
from pipeline.errors import UsageError
from pipeline.kept.cache import Used
from pipeline.lock import locked
from pipeline.params import Params
from pipeline.progress import track
from pipeline.records import Failure
from pipeline.records.own_files import OWN, own_files
from pipeline.report.write import on_one_page, write_report
from pipeline.resources import shipped
from pipeline.run.finish import Strung
from pipeline.run.jobs import Job, cut
from pipeline.run.local import run_here, run_local
from pipeline.run.options import RunOptions
from pipeline.run.parts import is_done
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
    """Work articles and write all output files; memory does not grow with their number.

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
    with locked(out), Intake(params.clean, failures.append) as intake:
        intake.add_all(read_inputs(paths, params.clean.max_chars, on_other, is_own=own_files(out), columns=columns))
        if not intake.count:
            raise _nothing(paths, failures)
        setup = Setup(
            params,
            model or shipped("models/stance.skops"),
            linker or shipped("models/linker.json"),
            (options.cache or own / "cache") if options.keep else None,
            on_one_page(intake.count, params.report),
        )
        parts: list[Path] = []
        used = Used()
        jobs = _to_do(cut(intake.raws(), intake.count, setup, own / "parts", used), parts)
        for _ in track(_one_by_one(jobs, setup, options, intake.count), "articles", intake.count):
            pass
        strung = Strung(parts, intake, setup)
        broken = strung.write(out, options.layout, failures)
        write_corpus(out, params.corpus, strung.digests(), options.layout.whole)
        write_report(out, params.report, strung.drawn())
        shutil.rmtree(own / "parts")
        if setup.cache == own / "cache":
            for layer in LAYERS:
                used.prune(setup.cache / layer)
        return RunResult(intake.count - broken, len(failures) + broken, out)


def _to_do(jobs: Iterator[Job], parts: list[Path]) -> Iterator[Job]:
    """Note the part of every job; pass on the jobs whose part a stopped run has not left."""
    for job in jobs:
        parts.append(job.part)
        if not is_done(job.part, len(job.raws)):
            yield job


def _one_by_one(jobs: Iterator[Job], setup: Setup, options: RunOptions, articles: int) -> Iterator[None]:
    workers = options.workers_for(articles)
    if options.engine == "ray":
        from pipeline.run.ray_engine import run_ray

        done = run_ray(setup, jobs, options, articles)
    else:
        done = run_here(setup, jobs) if workers == 1 else run_local(setup, jobs, workers)
    for count in done:
        yield from (None for _ in range(count))


def _nothing(paths: Sequence[str], failures: Sequence[Failure]) -> UsageError:
    """Say why nothing could be read: the first failure with its own fix, since no failures.jsonl is written."""
    if not failures:
        return UsageError("no article in it", " ".join(paths), f"give files that end in {READABLE}")
    others = f" (and {len(failures) - 1} more that cannot be read)" if len(failures) > 1 else ""
    return UsageError(f"nothing readable: {failures[0].error}{others}", failures[0].input, failures[0].fix)
