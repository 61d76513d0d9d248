"""Articles drawn by hand for the tests of the argument graph."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.graph.statements import Statement, Surroundings
from pipeline.records import BlockKind, Label, LedgerEntry, Quote, QuoteType, Scores, Sentence, Stance

SURE, REST = 0.8, 0.1


@dataclass(frozen=True)
class Line:
    """A sentence as the tests write it."""

    text: str
    label: Label = "neutral"
    speaker: str | None = None
    quote: QuoteType | None = None
    kind: BlockKind = "body"
    paragraph: int = 0
    side: float = SURE  # score of the label


def sentences_of(lines: Sequence[Line], article: str = "a") -> list[Sentence]:
    out: list[Sentence] = []
    at = 0
    for n, line in enumerate(lines):
        end = at + len(line.text)
        out.append(
            Sentence(
                id=f"{article}:s{n}", article=article, index=n, start=at, end=end, text=line.text, kind=line.kind,
                paragraph=line.paragraph,
            )
        )  # fmt: skip
        at = end + 1
    return out


def stances_of(lines: Sequence[Line], article: str = "a") -> list[Stance]:
    return [
        Stance(
            sentence=f"{article}:s{n}", article=article, label=line.label, scores=_scores(line), uncertain=False,
            speaker=line.speaker, voice="author", why=(),
        )
        for n, line in enumerate(lines)
    ]  # fmt: skip


def _scores(line: Line) -> Scores:
    rest = (1 - line.side) / 2
    values = {label: line.side if label == line.label else rest for label in ("pro", "anti", "neutral")}
    return Scores(**values)


def quotes_of(lines: Sequence[Line], article: str = "a") -> list[Quote]:
    spans = [(s.start, s.end) for s in sentences_of(lines, article)]
    return [
        Quote(
            id=f"{article}:q{n}", article=article, type=line.quote, content=(spans[n],), cue=None, source=None,
            speaker=line.speaker, sentences=(f"{article}:s{n}",), confidence=0.9, why="verb:that", asserted=True,
        )
        for n, line in enumerate(lines)
        if line.quote
    ]  # fmt: skip


def ledger_of(lines: Sequence[Line], article: str = "a") -> list[LedgerEntry]:
    names = dict.fromkeys(line.speaker for line in lines if line.speaker)
    return [
        LedgerEntry(
            id=name, article=article, name=name, kind="person", role=None, affiliation=None,
            mentions=tuple(
                (s.start + at, s.start + at + len(name))
                for s in sentences_of(lines, article)
                if (at := s.text.find(name)) >= 0
            ),
            quotes=(),
        )
        for name in names
    ]  # fmt: skip


def statements_of(lines: Sequence[Line]) -> list[Statement]:
    """Every line is a statement, on the side of its label."""
    sentences = sentences_of(lines)
    around = Surroundings(quotes_of(lines))
    return [around.statement(s, line.label, line.speaker) for s, line in zip(sentences, lines, strict=True)]
