"""Check annotation files: format, offsets, and what the guideline forbids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import AnnotationError
from pipeline.gold.corpus import ATTRIBUTION, Card, GoldSpan, Row, parse_lines, read_cards
from pipeline.records import SILENT

MARKS = "\"“”‘’'«»`"
NOT_ANNOTATORS = {"articles"}
ENTITY_LABELS = frozenset(
    "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split()
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of an annotation; `where` is path:line:field."""

    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  fix: {self.fix}"


def check_folder(folder: Path, texts: Path) -> tuple[int, list[Problem]]:
    """Check every annotator's files; return the number of files and the faults, in order of path.

    Raises:
        ArgmapError: the list of articles itself is missing or broken.
    """
    cards = read_cards(folder)
    known = {card.id: card for card in cards}
    problems = _doubles(folder, cards) + _without_rows(folder, cards)
    count = 0
    for path in sorted(folder.glob("*/*.jsonl")):
        if path.parent.name in NOT_ANNOTATORS or path.name.endswith(".spans.jsonl"):
            continue
        count += 1
        problems += check_file(path, known, folder, texts)
    return count, problems


def _doubles(folder: Path, cards: Sequence[Card]) -> list[Problem]:
    ids = [c.id for c in cards]
    where = str(folder / "articles.jsonl")
    return [
        Problem(f"{where}:id", f"{i!r} is listed twice", "remove one line")
        for i in sorted(set(ids))
        if ids.count(i) > 1
    ]


def _without_rows(folder: Path, cards: Sequence[Card]) -> list[Problem]:
    where = str(folder / "articles.jsonl")
    return [
        Problem(f"{where}:id", f"nobody has annotated {c.id!r}", f"add adjudicated/{c.id}.jsonl, or remove the line")
        for c in cards
        if not any(folder.glob(f"*/{c.id}.jsonl"))
    ]


def check_file(path: Path, known: dict[str, Card], folder: Path, texts: Path) -> list[Problem]:
    """Check one article's rows and spans."""
    article = path.stem
    if article not in known:
        return [Problem(f"{path}:1:id", f"{article!r} is not in articles.jsonl", "add its line, or remove the file")]
    source = folder / "articles" / f"{article}.txt"
    source = source if source.exists() else texts / f"{article}.txt"
    try:
        text = source.read_bytes().decode("utf-8-sig")  # offsets count every line break as it is
        rows = list(parse_lines(path, Row))
        spans_path = path.with_name(f"{article}.spans.jsonl")
        spans = list(parse_lines(spans_path, GoldSpan)) if spans_path.exists() else []
    except AnnotationError as error:
        return [Problem(error.where, error.what, error.fix)]
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(f"{source}:1:text", f"cannot be read: {error}", "restore the article's text as UTF-8")]
    return [*check_rows(path, rows, text, known[article].partial), *check_spans(spans_path, spans, text)]


def check_rows(path: Path, rows: Sequence[tuple[int | str, Row]], text: str, partial: bool) -> Iterator[Problem]:
    """Check rows that stand at the lines, or other places, of a file."""
    end = 0
    for line, row in rows:
        where = f"{path}:{line}"
        if not 0 <= row.start < row.end <= len(text):
            yield Problem(
                f"{where}:end",
                f"{row.start}-{row.end} is not inside a text of {len(text)} characters",
                "correct the offsets",
            )
            continue
        if row.start < end:
            yield Problem(f"{where}:start", "the row begins before the one above ends", "correct the offsets")
        if text[end : row.start].strip() and not partial:
            yield Problem(
                f"{where}:start",
                f"no row covers {text[end : row.start].strip()[:40]!r}",
                "extend a row or add one",
            )
        end = max(end, row.end)
        yield from _check_guideline(where, row, [r for _, r in rows], text[row.start : row.end])
    if text[end:].strip() and not partial:
        yield Problem(
            f"{path}:{rows[-1][0] if rows else 1}:end",
            f"no row covers {text[end:].strip()[:40]!r}",
            "extend the row or add one",
        )


def _check_guideline(where: str, row: Row, rows: Sequence[Row], text: str) -> Iterator[Problem]:
    if row.role == "claim" and (row.stance == "neutral" or row.to != "issue"):
        yield Problem(
            f"{where}:role",
            "a claim takes a side and serves the issue",
            'set stance to pro or anti and to to "issue"',
        )
    expected = {"pro": "supports", "anti": "attacks"}.get(row.stance)
    if row.role == "claim" and expected and row.rel != expected:
        yield Problem(f"{where}:rel", f"a {row.stance} claim {expected} the issue", f"set rel to {expected}")
    if row.role == "premise" and (row.to is None or row.rel is None):
        yield Problem(f"{where}:to", "a premise serves a row or the issue", 'set to and rel, or role to "none"')
    if isinstance(row.to, int) and (not 0 <= row.to < len(rows) or rows[row.to].role == "none"):
        yield Problem(
            f"{where}:to",
            f"row {row.to} is no claim or premise",
            "name the index of a claim or premise, counted from 0",
        )
    elif _in_circle(row, rows):
        yield Problem(f"{where}:to", "the row ends up serving itself", "name a row that leads to the issue")
    if row.role == "none" and (row.to is not None or row.rel is not None):
        yield Problem(f"{where}:to", "a row without a role serves nothing", "set to and rel to null")
    if row.kind in SILENT and row.stance != "neutral":
        yield Problem(f"{where}:stance", f"a {row.kind} takes no side", "set stance to neutral")
    if row.quote == "mixed" and not any(c in MARKS for c in text):
        yield Problem(f"{where}:quote", "mixed speech without quotation marks", "set quote to indirect")


def _in_circle(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether following `to` from a row leads back to it."""
    goal = row.to
    for _ in rows:
        if not isinstance(goal, int) or not 0 <= goal < len(rows):
            return False
        if rows[goal] is row:
            return True
        goal = rows[goal].to
    return False


def check_spans(path: Path, spans: Sequence[tuple[int | str, GoldSpan]], text: str) -> Iterator[Problem]:
    """Check spans that stand at the lines, or other places, of a file."""
    for line, span in spans:
        where = f"{path}:{line}"
        if not 0 <= span.start < span.end <= len(text):
            yield Problem(
                f"{where}:end",
                f"{span.start}-{span.end} is not inside a text of {len(text)} characters",
                "correct the offsets",
            )
        if span.type in ATTRIBUTION and span.attribution is None:
            yield Problem(f"{where}:attribution", f"a {span.type} belongs to an attribution", "give its number")
        if span.type not in ATTRIBUTION and span.type not in ENTITY_LABELS:
            yield Problem(
                f"{where}:type",
                f"{span.type!r} is no label",
                "use an OntoNotes 5 label, or source, cue, content",
            )
