"""The voice of an annotated row, in the words of stances.jsonl."""

from pipeline.gold.corpus import Row
from pipeline.records import Voice, voice_of


def voice_of_row(row: Row) -> Voice:
    """Tell whose position a reader found in a sentence."""
    return voice_of(row.kind, row.quote, row.speaker)
