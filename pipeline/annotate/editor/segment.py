"""Mend how sentences were cut: split a row, or merge it with the next; what `to` points at stays the same.

Offsets are half-open code points of the article's text. A row that was cut anew counts as not looked at.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.annotate.editor.draft import Draft
from pipeline.gold.corpus import Row


def split(draft: Draft, text: str, number: int, at: int) -> Draft:
    """Split a row at an offset of the text; the second part keeps the labels but has no role yet.

    Raises:
        ValueError: nothing would be left on one side.
    """
    row = _row(draft, number)
    before, after = text[row.start : max(at, row.start)], text[max(at, row.start) : row.end]
    if not before.strip() or not after.strip():
        raise ValueError("put the caret inside the sentence, with words on both sides")
    first = replace(row, end=row.start + len(before.rstrip()))
    second = replace(row, start=row.end - len(after.lstrip()), role="none", to=None, rel=None)
    rows = [*draft.rows[:number], first, second, *draft.rows[number + 1 :]]
    return _cut_anew(draft, rows, number, 2, lambda to: to + (to > number))


def merge(draft: Draft, text: str, number: int) -> Draft:
    """Merge a row with the next; each label is the first's, or the second's where the first has none.

    Raises:
        ValueError: there is no next row, or text that no row covers lies between.
    """
    if number + 1 >= len(draft.rows):
        raise ValueError("this is the last sentence, there is no next one to merge it with")
    first, second = _row(draft, number), draft.rows[number + 1]
    if text[first.end : second.start].strip():
        raise ValueError("text that no row covers lies between the two sentences")
    row = replace(
        first,
        end=second.end,
        stance=second.stance if first.stance == "neutral" else first.stance,
        speaker=second.speaker if first.speaker is None else first.speaker,
        quote=second.quote if first.quote == "none" else first.quote,
    )
    pair = (number, number + 1)
    # A role that only ties the two parts together is gone with the cut between them.
    argued = next((r for r in (first, second) if r.role != "none" and r.to not in pair), None)
    row = replace(
        row,
        role=argued.role if argued else "none",
        to=argued.to if argued else None,
        rel=argued.rel if argued else None,
    )
    rows = [*draft.rows[:number], row, *draft.rows[number + 2 :]]
    return _cut_anew(draft, rows, number, 1, lambda to: to - (to > number))


def _row(draft: Draft, number: int) -> Row:
    if not 0 <= number < len(draft.rows):
        raise ValueError(f"there is no row {number}")
    return draft.rows[number]


def _cut_anew(draft: Draft, rows: list[Row], number: int, parts: int, moved: Callable[[int], int]) -> Draft:
    tail = len(rows) - number - parts
    return replace(
        draft,
        rows=[replace(r, to=moved(r.to)) if isinstance(r.to, int) else r for r in rows],
        read=[*draft.read[:number], *[False] * parts, *draft.read[len(draft.read) - tail :]],
        at=number,
    )
