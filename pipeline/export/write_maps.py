"""Write one file an article into a folder, with an index.csv that says which file is which article."""

import csv
import re
from pathlib import Path

from pipeline.export.csv import cell
from pipeline.export.formats import MapFormat
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import atomic

INDEX = "index.csv"
OWN = re.compile(r"\d{6,}[-\w]*\.[a-z]+", re.ASCII)  # a file's name, never a path
LONGEST = 60  # signs of an id in a file's name
HEAD = ("file", "article", "title", "source", "url", "published", "nodes")


def write_maps(out: Path, to: Path, form: MapFormat) -> int:
    """Export the articles of the run in `out`; return their number.

    Files that an earlier export left here, by its index, and that are not written again are removed; others stay.
    """
    earlier = _listed(to / INDEX)
    written = set()
    with atomic(to / INDEX) as lines:
        index = csv.writer(lines, lineterminator="\n")
        index.writerow(HEAD)
        for number, found in enumerate(read_articles(out)):
            a = found.article
            name = file_name(number, a.id, form.SUFFIX)
            with atomic(to / name) as text:
                text.write(form.dump(found))
            about = (a.id, a.title, a.source, a.url, a.published)
            index.writerow((name, *map(cell, about), len(found.map.nodes) - 1))
            written.add(name)
    for name in earlier - written:
        (to / name).unlink(missing_ok=True)
    return len(written)


def file_name(number: int, article: str, suffix: str) -> str:
    """Name an article's file; the number tells apart ids that differ by case or by signs that a name cannot hold."""
    safe = re.sub(r"[^A-Za-z0-9_]+", "-", article)[:LONGEST].strip("-")
    return f"{number:06d}{'-' if safe else ''}{safe}{suffix}"


def _listed(index: Path) -> set[str]:
    if not index.exists():
        return set()
    with open(index, encoding="utf-8", newline="") as lines:
        names = {row[0] for row in csv.reader(lines) if row}
    return {name for name in names if OWN.fullmatch(name)}
