"""Write annotation files in the layout that corpus.py reads."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.gold.corpus import GoldSpan, Row
from pipeline.records.jsonl import atomic, dump_line


def write_annotation(folder: Path, article: str, rows: Sequence[Row], spans: Sequence[GoldSpan]) -> None:
    """Write <article>.jsonl and <article>.spans.jsonl into an annotator's folder."""
    with atomic(folder / f"{article}.jsonl") as lines:
        lines.writelines(dump_line(row) + "\n" for row in rows)
    with atomic(folder / f"{article}.spans.jsonl") as lines:
        lines.writelines(dump_line(span) + "\n" for span in spans)
