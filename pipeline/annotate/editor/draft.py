"""A reading in the making: its rows and spans, and which rows a person has looked at."""

import json
from dataclasses import dataclass

from pydantic import ConfigDict, TypeAdapter

from pipeline.gold.corpus import GoldSpan, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the page edits; a row that was filled in but not looked at is not read."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    rows: list[Row]
    spans: list[GoldSpan]
    read: list[bool]  # parallel to `rows`
    at: int  # the row where one left off


def parse_draft(data: object) -> Draft:
    """Make a draft of JSON values, without any conversion.

    Raises:
        ValueError: it is none.
    """
    # As JSON, where strictness lets objects be records, and refuses half a surrogate pair, which no file can hold.
    return TypeAdapter(Draft).validate_json(json.dumps(data), strict=True)


def fault_of(draft: Draft, text: str) -> str | None:
    """Tell what makes a draft unusable, whatever the guideline says: places that are not in the text."""
    if not draft.rows:
        return "there is no row"
    if len(draft.read) != len(draft.rows):
        return f"{len(draft.read)} marks of {len(draft.rows)} rows"
    if not 0 <= draft.at < len(draft.rows):
        return f"row {draft.at} is not among {len(draft.rows)} rows"
    places = [(r.start, r.end) for r in draft.rows] + [(s.start, s.end) for s in draft.spans]
    for start, end in places:
        if not 0 <= start < end <= len(text):
            return f"{start}-{end} is not inside a text of {len(text)} characters"
    if any(after.start < before.end for before, after in zip(draft.rows, draft.rows[1:], strict=False)):
        return "a row begins before the one above ends"
    return None
