"""Pair annotated rows with the sentences that the pipeline made."""

from collections.abc import Sequence

from pipeline.gold.corpus import Row
from pipeline.records import Sentence


def pair_rows(rows: Sequence[Row], sentences: Sequence[Sentence]) -> list[Sentence | None]:
    """Give for each row the sentence that covers most of it; None where none touches it. Both in order of offset."""
    out: list[Sentence | None] = []
    first = 0
    for row in rows:
        while first < len(sentences) and sentences[first].end <= row.start:
            first += 1
        best: Sentence | None = None
        most = 0
        n = first
        while n < len(sentences) and sentences[n].start < row.end:
            common = min(sentences[n].end, row.end) - max(sentences[n].start, row.start)
            if common > most:
                best, most = sentences[n], common
            n += 1
        out.append(best)
    return out


def pair_sentences(sentences: Sequence[Sentence], rows: Sequence[Row]) -> list[Row | None]:
    """Give for each sentence the row that shares most of it; None where none touches it."""
    out: list[Row | None] = []
    for sentence in sentences:
        shared = [(min(sentence.end, r.end) - max(sentence.start, r.start), -n) for n, r in enumerate(rows)]
        common, negative = max(shared, default=(0, 0))
        out.append(rows[-negative] if common > 0 else None)
    return out
