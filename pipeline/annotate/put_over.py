"""Labels over an earlier reading: they take the place of those of the same sentences, and all others stay."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.annotate.earlier import Earlier
from pipeline.annotate.roles_before import as_before, for_issue
from pipeline.gold.corpus import ATTRIBUTION, GoldSpan, Row

Rows = list[tuple[str, Row]]  # each with its place
Spans = list[tuple[str, GoldSpan]]


class Joined(NamedTuple):
    """The reading that has both."""

    rows: Rows
    spans: Spans
    moved: int = 0  # earlier premises that serve the issue, since what they served has no role now
    dropped: int = 0  # earlier spans that are not there any more


def put_over(earlier: Earlier, rows: Rows, spans: Spans, roles: bool) -> Joined:
    """Join both, with targets and numbers of attributions that fit.

    New labels without any role (`roles` is false) were not asked for roles: a sentence keeps the one that it had, with
    target and relation. Where a sentence has no role now, what served it serves the issue. New labels without any span
    were not asked for spans: all earlier spans stay; else those that touch what is labelled anew go.
    """
    joined, moved = _rows(earlier.rows, rows, roles)
    marked = _spans(earlier.spans, rows, spans)
    gone = Counter(map(_kind, earlier.spans)) - Counter(_kind(span) for _, span in marked)
    return Joined(joined, marked, moved, gone.total())


def _rows(earlier: Sequence[Row], rows: Rows, roles: bool) -> tuple[Rows, int]:
    """Join rows by offset; what served a sentence that is labelled anew serves it still."""
    heirs = [_most_shared(row, [new for _, new in rows]) for row in earlier]
    if not roles:
        # several sentences made one leave it no role
        before = {heir: earlier[n] for n, heir in enumerate(heirs) if heirs.count(heir) == 1}
        rows = [(place, as_before(row, before[n]) if n in before else row) for n, (place, row) in enumerate(rows)]
    joined = [(row.start, "", n, row) for n, row in enumerate(earlier) if heirs[n] is None]
    joined += [(row.start, place, n, row) for n, (place, row) in enumerate(rows)]
    joined.sort(key=lambda one: one[0])
    now = {(bool(place), n): index for index, (_, place, n, _) in enumerate(joined)}
    now |= {(False, n): now[True, heir] for n, heir in enumerate(heirs) if heir is not None}
    out: Rows = []
    moved = 0
    for start, place, _, row in joined:
        if isinstance(row.to, int):
            new = bool(place) and roles  # else its target is an earlier row
            goal = now[new, row.to]
            lost = not new and joined[goal][-1].role == "none"
            served = for_issue(row, earlier[row.to]) if lost else replace(row, to=goal)
            moved += lost
        else:
            served = row
        out.append((place or f"sentence at {start}, labelled before", served))
    return out, moved


def _most_shared(row: Row, rows: Sequence[Row]) -> int | None:
    """Find the row that shares most of one; None where none touches it."""
    shared = [(min(row.end, new.end) - max(row.start, new.start), -n) for n, new in enumerate(rows)]
    common, negative = max(shared, default=(0, 0))
    return -negative if common > 0 else None


def _kind(span: GoldSpan) -> tuple[int, int, str]:
    """Give what makes it the same span whatever the number of its attribution."""
    return span.start, span.end, span.type


def _spans(earlier: Sequence[GoldSpan], rows: Rows, spans: Spans) -> Spans:
    """Keep spans outside the labelled sentences; of an attribution only with its content, numbered after the new ones."""
    labelled = [(row.start, row.end) for _, row in rows if spans] + [(span.start, span.end) for _, span in spans]
    kept = [s for s in earlier if not any(s.start < end and start < s.end for start, end in labelled)]
    contents = sorted({s.attribution for s in kept if s.type == "content" and s.attribution is not None})
    most = max((s.attribution or 0 for _, s in spans), default=0)
    numbers = {number: most + n for n, number in enumerate(contents, 1)}
    return spans + [
        (f"{s.type} at {s.start}, marked before", replace(s, attribution=numbers.get(s.attribution or 0)))
        for s in kept
        if s.type not in ATTRIBUTION or s.attribution in numbers
    ]
