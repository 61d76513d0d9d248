"""An article of three sentences and its reading, which the example files of all formats spell out."""

from pathlib import Path
from typing import Any

from pipeline.annotate.formats.registry import FORMATS
from pipeline.annotate.import_readings import Imported, import_readings
from pipeline.gold.corpus import GoldSpan, Row

TEXT = "😀 Limits keep us safe, Ana Ruiz said.\n“It costs,” he said, “much.”\nNobody came.\n"
ROWS = [
    Row(start=0, end=37, kind="body", stance="pro", speaker="Ana Ruiz", quote="indirect", role="claim", to="issue", rel="supports"),
    Row(start=38, end=66, kind="body", stance="anti", speaker=None, quote="mixed", role="premise", to=0, rel="attacks"),
    Row(start=67, end=79, kind="body", stance="neutral", speaker=None, quote="none", role="none", to=None, rel=None),
]  # fmt: skip
SPANS = [
    GoldSpan(start=2, end=21, type="content", attribution=1),
    GoldSpan(start=23, end=31, type="PERSON", attribution=None),
    GoldSpan(start=23, end=31, type="source", attribution=1),
    GoldSpan(start=32, end=36, type="cue", attribution=1),
    GoldSpan(start=38, end=49, type="content", attribution=2),
    GoldSpan(start=50, end=52, type="source", attribution=2),
    GoldSpan(start=59, end=66, type="content", attribution=2),
]


def take_in(form: str, path: Path, by: str | None = None) -> Imported:
    """Import into a folder beside the file that knows the article's text."""
    folder = path.parent / "annotations"
    if form in ("csv", "tsv"):
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        (folder / "articles" / "harlow.txt").write_bytes(TEXT.encode())
    return import_readings(FORMATS[form], path, "ana", folder, folder / "none", folder / "none", by)


def found_in(done: Imported) -> tuple[Any, Any]:
    """Give rows and spans of the one reading, of which there is nothing to complain."""
    assert [str(p) for p in done.problems] == []
    (reading,) = done.readings
    return list(reading.rows), list(reading.spans)


def fields_of(done: Imported) -> list[str]:
    """Give the faulty fields, each of which says what and how to mend it; nothing is written."""
    assert all(p.what and p.fix for p in done.problems)
    return [p.where.rsplit(":", 1)[1] for p in done.problems]
