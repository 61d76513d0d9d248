"""The labels that were scored, sentence by sentence (metrics/labels.csv): what a later evaluation is compared with."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.records.jsonl import DECIMALS, atomic

LABELS_FILE = "labels.csv"


@dataclass(frozen=True, slots=True)
class ScoredLabel:
    """A sentence's annotated (`gold`) and given label, with the score of the given one; no text, which the seeds' publishers own."""

    article: str
    start: int
    end: int
    gold: str
    label: str
    score: float

    @property
    def place(self) -> tuple[str, int, int]:
        """Where the sentence stands."""
        return self.article, self.start, self.end


HEADER = list(ScoredLabel.__dataclass_fields__)


def write_labels(folder: Path, rows: Sequence[ScoredLabel]) -> None:
    """Write the labels in the order of the articles."""
    with atomic(folder / LABELS_FILE) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((*r.place, r.gold, r.label, round(r.score, DECIMALS)) for r in rows)


def parse_labels(text: str) -> list[ScoredLabel] | None:
    """Read them back; None where the text is of another version's form.

    Raises:
        ValueError: a place or a score is no number.
    """
    reader = csv.DictReader(text.splitlines())
    if reader.fieldnames is None or not set(HEADER) <= set(reader.fieldnames):
        return None
    return [
        ScoredLabel(r["article"], int(r["start"]), int(r["end"]), r["gold"], r["label"], float(r["score"]))
        for r in reader
    ]
