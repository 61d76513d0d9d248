"""Labels over an earlier reading: they take the place of those of the same sentences, and all others stay."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.gold.corpus import ATTRIBUTION, GoldSpan, Row, parse_lines

Rows = list[tuple[str, Row]]  # each with its place
Spans = list[tuple[str, GoldSpan]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an annotator has read of an article already."""

    rows: Sequence[Row] = ()
    spans: Sequence[GoldSpan] = ()


def read_earlier(rows_path: Path, spans_path: Path) -> Earlier:
    """Read what is there; either file may be missing."""
    rows = [row for _, row in parse_lines(rows_path, Row)] if rows_path.exists() else []
    spans = [span for _, span in parse_lines(spans_path, GoldSpan)] if spans_path.exists() else []
    return Earlier(rows, spans)


def put_over(earlier: Earlier, rows: Rows, spans: Spans) -> tuple[Rows, Spans]:
    """Give the reading that has both, with targets and numbers of attributions that fit it."""
    return _rows(earlier.rows, rows), _spans(earlier.spans, rows, spans)


def _rows(earlier: Sequence[Row], rows: Rows) -> Rows:
    """Join rows by offset; what served a sentence that is labelled anew serves it still."""
    heirs = [_most_shared(row, [new for _, new in rows]) for row in earlier]
    joined = [(row.start, "", n, row) for n, row in enumerate(earlier) if heirs[n] is None]
    joined += [(row.start, place, n, row) for n, (place, row) in enumerate(rows)]
    joined.sort(key=lambda one: one[0])
    now = {(bool(place), n): index for index, (_, place, n, _) in enumerate(joined)}
    now |= {(False, n): now[True, heir] for n, heir in enumerate(heirs) if heir is not None}
    return [
        (
            place or f"sentence at {row.start}, labelled before",
            replace(row, to=now[bool(place), row.to]) if isinstance(row.to, int) else row,
        )
        for _, place, _, row in joined
    ]


def _most_shared(row: Row, rows: Sequence[Row]) -> int | None:
    """Find the row that shares most of one; None where none touches it."""
    shared = [(min(row.end, new.end) - max(row.start, new.start), -n) for n, new in enumerate(rows)]
    common, negative = max(shared, default=(0, 0))
    return -negative if common > 0 else None


def _spans(earlier: Sequence[GoldSpan], rows: Rows, spans: Spans) -> Spans:
    """Keep spans outside the labelled sentences; of an attribution only with its content, numbered after the new ones."""
    labelled = [(row.start, row.end) for _, row in rows] + [(span.start, span.end) for _, span in spans]
    kept = [s for s in earlier if not any(s.start < end and start < s.end for start, end in labelled)]
    contents = sorted({s.attribution for s in kept if s.type == "content" and s.attribution is not None})
    most = max((s.attribution or 0 for _, s in spans), default=0)
    numbers = {number: most + n for n, number in enumerate(contents, 1)}
    return spans + [
        (f"{s.type} at {s.start}, marked before", replace(s, attribution=numbers.get(s.attribution or 0)))
        for s in kept
        if s.type not in ATTRIBUTION or s.attribution in numbers
    ]
