"""Read a sheet as spreadsheets leave it: byte-order mark, semicolons, CRLF, other order, empty rows, more columns."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate.faults import Faults
from pipeline.annotate.formats.sheet import NEEDED, unguard
from pipeline.annotate.json_input import read_text, whole
from pipeline.annotate.labelled import FIELDS, Draft, Labelled, Shown
from pipeline.errors import AnnotationError
from pipeline.gold.corpus import GoldSpan

UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of a spreadsheet
SPAN = re.compile(r"(\w+) (\d+)-(\d+)(?: #(-?\d+))?")
NUMBERS = "restore the numbers that the export gave"


@dataclass
class Sheet:
    """The rows of one article."""

    place: str
    drafts: list[Draft] = field(default_factory=list)
    spans: list[tuple[str, GoldSpan]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield the articles of a sheet."""
    sheets: dict[str, Sheet] = {}
    for place, cells in _rows(path, faults):
        article = cells["article"]
        start, end, number = (whole(cells[name]) for name in ("start", "end", "row"))
        if not article or start is None or end is None or number is None:
            faults.add(place, "start", "no article, or no whole numbers as row, start and end", NUMBERS)
            continue
        sheet = sheets.setdefault(article, Sheet(place))
        to = cells.get("to", "").lower() or None
        target = to if to is None or (served := whole(to)) is None else str(served)
        fields = {name: cells[name] if name == "speaker" else cells[name].lower() for name in FIELDS if cells.get(name)}
        sheet.drafts.append(
            Draft(
                place=place, key=str(number), start=start, end=end, fields=fields, to=target,
                rel=cells.get("rel", "").lower() or None,
            )
        )  # fmt: skip
        sheet.shown.append(Shown(place=place, start=start, end=end, text=cells["text"]))
        sheet.spans += _spans(place, cells.get("spans", ""), faults)
    for article, sheet in sheets.items():
        yield Labelled(
            path=path, place=sheet.place, article=article, text=None, drafts=sheet.drafts, spans=sheet.spans,
            shown=sheet.shown,
        )  # fmt: skip


def _rows(path: Path, faults: Faults) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (line, cells by column); a line is that on which a row ends, where a cell holds line breaks."""
    lines = io.StringIO(_decoded(path), newline="")
    before = 1
    head = lines.readline()
    if head.startswith("sep="):  # a hint that some spreadsheets write
        head, before = lines.readline(), 2
    delimiter = max("\t;,", key=head.count)
    columns = [name.strip().lower() for name in next(csv.reader([head], delimiter=delimiter), [])]
    missing = [name for name in NEEDED if name not in columns]
    doubled = sorted({name for name in columns if name and columns.count(name) > 1})
    if missing or doubled:
        what = f"without the columns {', '.join(missing)}" if missing else f"two columns {', '.join(doubled)}"
        raise AnnotationError(f"a sheet {what}", f"{path}:1:header", "keep the names of the columns in the first line")
    reader = csv.reader(lines, delimiter=delimiter)
    for cells in _checked(reader, path):
        place = str(reader.line_num + before)
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            faults.add(place, "row", f"{len(cells)} cells under {len(columns)} columns", "put quotes around the cell")
            continue
        filled = [*cells, *[""] * (len(columns) - len(cells))]
        named = dict(zip(columns, filled, strict=False))
        yield place, {name: _clean(name, value) for name, value in named.items()}


def _checked(reader: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise AnnotationError(f"no sheet: {error}", f"{path}:1:row", "save it as CSV UTF-8 again") from error


def _clean(name: str, value: str) -> str:
    return unguard(value) if name in ("text", "speaker") else unguard(value.strip())


def _decoded(path: Path) -> str:
    data = path.read_bytes() if path.is_file() else b""
    if not data.startswith(UTF_16):
        return read_text(path)
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise AnnotationError("not UTF-16", f"{path}:1:row", "save it as CSV UTF-8") from error


def _spans(place: str, cell: str, faults: Faults) -> Iterator[tuple[str, GoldSpan]]:
    for part in filter(None, (piece.strip() for piece in cell.split(";"))):
        match = SPAN.fullmatch(part)
        if match is None:
            faults.add(place, "spans", f"{part!r} is no span", "write TYPE START-END, and #NUMBER for an attribution")
        else:
            number = None if match[4] is None else int(match[4])
            yield place, GoldSpan(start=int(match[2]), end=int(match[3]), type=match[1], attribution=number)
