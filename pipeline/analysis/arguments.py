"""Annotated arguments: the statements of an article as a reader linked them, for the linker to learn from."""

from collections.abc import Sequence

from pipeline.analysis.training import Reading
from pipeline.gold.corpus import Row
from pipeline.gold.pairing import pair_rows
from pipeline.graph.argued import Argued, Lesson
from pipeline.graph.statements import Surroundings
from pipeline.records import Label

OTHER: dict[Label, Label] = {"pro": "anti", "anti": "pro"}


def lesson(reading: Reading, author: Sequence[Row]) -> Lesson:
    """Join an article's adjudicated rows, and those of its author, with the pipeline's sentences."""
    return Lesson(reading.annotated.card.id, argued(reading, reading.annotated.rows), argued(reading, author))


def argued(reading: Reading, rows: Sequence[Row]) -> list[Argued]:
    """Join the rows with a role with the pipeline's sentences.

    Speakers and quotations are the pipeline's own, as they will be at work; sides, roles and targets are the reader's.
    """
    found = reading.found
    around = Surroundings(found.quotes)
    speakers = {e.sentence: e.speaker_id for e in reading.examples}
    kept: dict[int, Argued] = {}
    numbers: dict[int, int] = {}
    taken: set[str] = set()
    for n, (row, sentence) in enumerate(zip(rows, pair_rows(rows, found.sentences), strict=True)):
        if sentence is None or row.role == "none" or sentence.id in taken:
            continue
        taken.add(sentence.id)
        numbers[n] = len(numbers)
        statement = around.statement(sentence, side_of_row(rows, n), speakers[sentence.id])
        kept[n] = Argued(statement, row.role == "claim", None)
    return [
        Argued(a.statement, a.is_claim, numbers.get(to) if isinstance(to := rows[n].to, int) else None)
        for n, a in kept.items()
    ]


def side_of_row(rows: Sequence[Row], n: int) -> Label:
    """Give the side that a row argues for; a neutral premise argues for what it supports or against what it attacks."""
    turned = False
    for _ in rows:  # a chain is no longer than the article; a circle in a faulty file ends too
        row = rows[n]
        if row.stance != "neutral":
            return OTHER[row.stance] if turned else row.stance
        turned ^= row.rel == "attacks"
        if not isinstance(row.to, int):
            break
        n = row.to
    return "anti" if turned else "pro"
