"""Stage clean: read articles, find blocks and metadata, drop nothing silently."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.analysis.intake import Intake
from pipeline.params import Params
from pipeline.records import Failure
from pipeline.records.jsonl import dump_lines
from pipeline.records.output import output
from pipeline.records.own_files import own_files
from pipeline.text.columns import OWN_NAMES, Columns
from pipeline.text.read import read_inputs


def run(
    paths: Sequence[str], out: Path, params: Params, on_other: Callable[[str], None], columns: Columns = OWN_NAMES
) -> tuple[int, int]:
    """Write articles.jsonl and failures.jsonl; return the numbers of articles and failures.

    `on_other` is called with the name of each file that is passed over: of another kind, or an output of `out`.
    """
    failures: list[Failure] = []
    with Intake(params.clean, failures.append) as intake:
        intake.add_all(read_inputs(paths, params.clean.max_chars, on_other, is_own=own_files(out), columns=columns))
        with output(out, "articles") as file:
            for article in intake:
                file.put(dump_lines([article]))
        count = intake.count
    with output(out, "failures") as file:
        file.put(dump_lines(failures))
    return count, len(failures)
