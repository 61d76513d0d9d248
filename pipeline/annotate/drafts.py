"""From sentences as a tool gave them to rows of a reading."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.annotate.faults import Faults
from pipeline.annotate.labelled import Draft
from pipeline.gold.corpus import Row

ROW: TypeAdapter[Row] = TypeAdapter(Row)
PLAIN = {"kind": "body", "quote": "none", "role": "none"}  # what a labelled sentence is where nothing else is said
VALUES = "see GUIDELINE.md for the values"


def rows_of(path: Path, drafts: Sequence[Draft], faults: Faults) -> list[tuple[str, Row]]:
    """Give the labelled sentences in order, each with its place; targets become indices of these rows."""
    labelled = sorted((d for d in drafts if d.labelled), key=lambda d: (d.start, d.end))
    index = {draft.key: number for number, draft in enumerate(labelled)}
    seen: dict[str, str] = {}
    for draft in drafts:
        if draft.key in seen:
            first = seen[draft.key]
            faults.add(
                draft.place, "row", f"the sentence {draft.key} is there twice, first at {first}", "remove one", path
            )
        seen[draft.key] = draft.place
    rows = [(draft.place, _row(path, draft, index, seen, faults)) for draft in labelled]
    return [(place, row) for place, row in rows if row is not None]


def _row(path: Path, draft: Draft, index: dict[str, int], seen: dict[str, str], faults: Faults) -> Row | None:
    to: int | str | None = draft.to
    if to is not None and to != "issue":
        if to not in index:
            what = f"it serves {to}, which " + ("has no label" if to in seen else "is not there")
            faults.add(draft.place, "to", what, "label that sentence, or let this one serve another", path)
            return None
        to = index[to]
    if "stance" not in draft.fields:
        fix = "set it to pro, anti or neutral, or take all labels off the sentence to leave it for later"
        faults.add(draft.place, "stance", "a labelled sentence without a stance", fix, path)
        return None
    values: dict[str, Any] = {"speaker": None, **PLAIN, **draft.fields}
    try:
        return ROW.validate_python({"start": draft.start, "end": draft.end, "to": to, "rel": draft.rel, **values})
    except ValidationError as error:
        for one in error.errors():
            name = str(one["loc"][0])
            faults.add(draft.place, name, f"{one['input']!r}: {one['msg']}", VALUES, path)
        return None
