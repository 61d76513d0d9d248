"""Stage report: the page to read and share."""

from pathlib import Path

from pipeline.params import Params
from pipeline.report.write import write_report


def run(out: Path, params: Params) -> int:
    """Write report.html; return the number of articles."""
    return write_report(out, params.report)
