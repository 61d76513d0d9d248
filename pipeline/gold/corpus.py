"""Read annotated articles (annotations/): texts, adjudicated rows and spans, splits."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import AnnotationError, MissingArtifactError
from pipeline.gold.file_names import is_file_name
from pipeline.records import BlockKind, Label, Relation
from pipeline.text.read import RawArticle

Speech = Literal["direct", "indirect", "mixed", "none"]  # none: it is not speech
Role = Literal["claim", "premise", "none"]
Goal = int | Literal["issue"] | None  # another row, the issue, or nothing
ATTRIBUTION = ("source", "cue", "content")  # types of the spans that make an attribution; all others are entities


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One annotated sentence; `to` is a row index, "issue" or None."""

    start: int
    end: int
    kind: BlockKind
    stance: Label
    speaker: str | None
    quote: Speech
    role: Role
    to: Goal
    rel: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """One annotated span: an entity (its label), or a source, cue or content with the number of its attribution."""

    start: int
    end: int
    type: str
    attribution: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One line of annotations/articles.jsonl."""

    id: str
    split: Literal["train", "test"]
    origin: Literal["authored", "real"]
    title: str | None
    source: str | None
    genre: str | None
    published: str | None
    partial: bool = False  # only some sentences have a row, such as those of a queue; of these only stance is scored


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its adjudicated annotation."""

    card: Card
    raw: RawArticle
    rows: list[Row]
    spans: list[GoldSpan]


def parse_lines(path: Path, kind: type[Any]) -> Iterator[tuple[int, Any]]:
    """Yield (line number, record) of a JSON Lines file.

    Raises:
        AnnotationError: a line is not such a record; `where` is path:line:field.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    data = path.read_bytes()
    try:
        lines = data.decode("utf-8").split("\n")  # not splitlines: a name may hold U+2028 or U+0085
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise AnnotationError("not UTF-8", f"{path}:{number}:row", "save the file as UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, adapter.validate_python(json.loads(line))
        except json.JSONDecodeError as error:
            raise AnnotationError(
                f"not JSON: {error.msg}", f"{path}:{number}:{error.colno}", "mend the line"
            ) from error
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or "row"
            raise AnnotationError(
                first["msg"], f"{path}:{number}:{field}", "see annotations/GUIDELINE.md for the values"
            ) from error


def read_cards(folder: Path) -> list[Card]:
    """List the annotated articles by id.

    Raises:
        MissingArtifactError: there is no list.
        AnnotationError: a line is broken, or an id cannot name a file; no id of a folder leads out of it.
    """
    path = folder / "articles.jsonl"
    if not path.exists():
        raise MissingArtifactError("no list of annotated articles", str(path), "restore annotations/articles.jsonl")
    cards: list[Card] = []
    for number, card in parse_lines(path, Card):
        if not is_file_name(card.id):
            fix = "use letters, digits, -, _ and . only, at most 200"
            raise AnnotationError(f"the id {card.id[:80]!r} is no file name", f"{path}:{number}:id", fix)
        cards.append(card)
    return sorted(cards, key=lambda c: c.id)


def read_article(folder: Path, texts: Path, card: Card, annotator: str = "adjudicated") -> AnnotatedArticle:
    """Read one article's text, rows and spans; `texts` holds the texts that the folder does not (the seeds)."""
    path = folder / "articles" / f"{card.id}.txt"
    if not path.exists():
        path = texts / f"{card.id}.txt"
    rows_path = folder / annotator / f"{card.id}.jsonl"
    for needed in (path, rows_path):
        if not needed.exists():
            raise MissingArtifactError(
                "an annotated article lacks a file", str(needed), "restore it, or remove the article's line"
            )
    data = path.read_bytes()
    raw = RawArticle(
        id=card.id,
        source_file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=data.decode("utf-8-sig"),
        title=None,
        source=None,
        url=None,
        published=None,
        authors=(),
    )
    spans_path = folder / annotator / f"{card.id}.spans.jsonl"
    spans = [span for _, span in parse_lines(spans_path, GoldSpan)] if spans_path.exists() else []
    return AnnotatedArticle(card, raw, [row for _, row in parse_lines(rows_path, Row)], spans)


def read_split(folder: Path, texts: Path, split: str) -> list[AnnotatedArticle]:
    """Read the adjudicated articles of a split, by id; those that readers are still at work on are left out."""
    return [
        read_article(folder, texts, card)
        for card in read_cards(folder)
        if card.split == split and not _waits(folder, card.id)
    ]


def author_rows(folder: Path, article: str) -> list[Row]:
    """Read the rows as an article's author gave them; none where the author alone has read it."""
    path = folder / "author" / f"{article}.jsonl"
    return [row for _, row in parse_lines(path, Row)] if path.exists() else []


def _waits(folder: Path, article: str) -> bool:
    """Tell whether an article has been read, but not adjudicated yet."""
    readings = {path.parent.name for path in folder.glob(f"*/{article}.jsonl")}
    return bool(readings) and "adjudicated" not in readings
