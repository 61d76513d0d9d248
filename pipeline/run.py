"""Do every stage for any articles in one process; the same bytes as the stages write."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.api import Argmap
from pipeline.classify.model import StanceModel
from pipeline.corpus.write_corpus import write_corpus
from pipeline.errors import UsageError
from pipeline.graph.linker import load_linker
from pipeline.params import Params
from pipeline.progress import track
from pipeline.records import Article, Failure
from pipeline.records.jsonl import atomic, dump_line
from pipeline.records.own_files import own_files
from pipeline.report.write import write_report
from pipeline.resources import shipped
from pipeline.text.columns import OWN_NAMES, Columns
from pipeline.text.kinds import READABLE
from pipeline.text.read import read_inputs

FILES = ("articles", "sentences", "entities", "quotes", "speakers", "stances", "maps")


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did."""

    articles: int
    failures: int
    out: Path

    def message(self) -> str:
        """Say it in a line or two."""
        text = f"run: {self.articles} articles -> {self.out}"
        if self.failures:
            text += f"\n  {self.failures} failed: see {self.out / 'failures.jsonl'} for what and how to mend it"
        return text


def run_all(
    paths: Sequence[str],
    out: Path,
    params: Params,
    on_other: Callable[[str], None] | None = None,
    model: Path | None = None,
    linker: Path | None = None,
    columns: Columns = OWN_NAMES,
) -> RunResult:
    """Analyse articles one after the other and write all output files; memory does not grow with their number.

    `on_other` is called with the name of each file that is passed over: of another kind, or an output of `out`.
    `model` and `linker` stand in for the shipped ones. `columns` says which columns of tables hold the fields.

    Raises:
        UsageError: nothing could be read.
        MissingArtifactError: there is no such classifier or linker.
    """
    failures: list[Failure] = []
    with Intake(params.clean, failures.append) as intake:
        intake.add_all(read_inputs(paths, params.clean.max_chars, on_other, is_own=own_files(out), columns=columns))
        if not intake.count:
            raise _nothing(paths, failures)
        argmap = Argmap(
            params,
            StanceModel.load(model or shipped("models/stance.skops")),
            load_linker(linker or shipped("models/linker.json")),
        )
        _write(track(intake, "articles", intake.count), argmap, out)
        with atomic(out / "failures.jsonl") as lines:
            lines.writelines(dump_line(failure) + "\n" for failure in failures)
        count = intake.count
    write_corpus(out, params.corpus)
    write_report(out, params.report)
    return RunResult(count, len(failures), out)


def _nothing(paths: Sequence[str], failures: Sequence[Failure]) -> UsageError:
    """Say why nothing could be read: the first failure with its own fix, since no failures.jsonl is written."""
    if not failures:
        return UsageError("no article in it", " ".join(paths), f"give files that end in {READABLE}")
    others = f" (and {len(failures) - 1} more that cannot be read)" if len(failures) > 1 else ""
    return UsageError(f"nothing readable: {failures[0].error}{others}", failures[0].input, failures[0].fix)


def _write(articles: Iterator[Article], argmap: Argmap, out: Path) -> None:
    with ExitStack() as stack:
        files = {name: stack.enter_context(atomic(out / f"{name}.jsonl")) for name in FILES}

        def put(name: str, records: Sequence[object]) -> None:
            files[name].writelines(dump_line(record) + "\n" for record in records)

        for found in argmap.pipe(articles):
            put("articles", [found.article])
            put("sentences", found.sentences)
            put("entities", found.entities)
            put("quotes", found.quotes)
            put("speakers", found.speakers)
            put("stances", found.stances)
            put("maps", [found.map])
