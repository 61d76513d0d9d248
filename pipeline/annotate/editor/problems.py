"""What `annotate check` finds wrong in a draft, by row, for the page to show beside the sentence."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.annotate.check import check_rows, check_spans
from pipeline.annotate.editor.draft import Draft


def problems_of(draft: Draft, text: str, partial: bool) -> list[dict[str, object]]:
    """Give row, field, what and fix of each fault; a fault of a span belongs to the row where the span begins."""
    found = list(check_rows(Path("rows"), list(enumerate(draft.rows)), text, partial))
    problems = [(*_place(p.where), p.what, p.fix) for p in found]
    for span in check_spans(Path("spans"), list(enumerate(draft.spans)), text):
        number, field = _place(span.where)
        problems.append((_row_at([r.end for r in draft.rows], draft.spans[number].start), field, span.what, span.fix))
    return [dict(zip(("row", "field", "what", "fix"), problem, strict=True)) for problem in problems]


def _place(where: str) -> tuple[int, str]:
    _, line, field = where.rsplit(":", 2)
    return int(line), field


def _row_at(ends: Sequence[int], start: int) -> int:
    return next((number for number, end in enumerate(ends) if start < end), len(ends) - 1)
