"""The voice of an annotated row, in the words of stances.jsonl."""

from pipeline.gold.corpus import Row
from pipeline.records import Voice


def voice_of_row(row: Row) -> Voice:
    """Tell whether a position is a headline's, quoted, reported, or the author's own."""
    if row.kind == "headline":
        return "headline"
    if row.quote in ("direct", "mixed"):
        return "quoted"
    return "reported" if row.speaker else "author"
