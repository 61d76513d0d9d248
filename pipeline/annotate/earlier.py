"""What an annotator has read of an article already."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import AnnotationError
from pipeline.gold.corpus import GoldSpan, Row, parse_lines


@dataclass(frozen=True, slots=True)
class Earlier:
    """Rows and spans; the targets of rows are indices of rows that are there."""

    rows: Sequence[Row] = ()
    spans: Sequence[GoldSpan] = ()


def read_earlier(rows_path: Path, spans_path: Path) -> Earlier:
    """Read what is there; either file may be missing.

    Raises:
        AnnotationError: a line is broken, or a row serves one that is not there.
    """
    lines = list(parse_lines(rows_path, Row)) if rows_path.exists() else []
    for number, row in lines:
        if isinstance(row.to, int) and not 0 <= row.to < len(lines):
            what = f"it serves row {row.to}, and the rows are 0 to {len(lines) - 1}"
            fix = "name the index of a claim or premise, counted from 0"
            raise AnnotationError(what, f"{rows_path}:{number}:to", fix)
    spans = [span for _, span in parse_lines(spans_path, GoldSpan)] if spans_path.exists() else []
    return Earlier([row for _, row in lines], spans)
