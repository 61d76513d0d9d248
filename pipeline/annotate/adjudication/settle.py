"""Turn a filled adjudication.jsonl and the rows that readers agree on into annotations: all of them, or none."""

from pathlib import Path

from pipeline.annotate.adjudication.filled import AGAIN, Lines, faults_of, read_filled
from pipeline.annotate.adjudication.question import FIELDS, Agreed, Values, questions_of
from pipeline.annotate.adjudication.spans import shared_spans
from pipeline.annotate.check import Problem, check_rows
from pipeline.errors import UsageError
from pipeline.evaluation.readers import Readings, read_readings
from pipeline.gold.corpus import Row
from pipeline.gold.write import write_annotation

ADJUDICATED = "adjudicated"
Settled = dict[int, tuple[int | str, Values]]  # rows of an article by start, each with its line in the file


def unsettled(readings: Readings, folder: Path) -> Readings:
    """Leave out the articles that are adjudicated already."""
    open_ones = [found for found in readings.articles if not _path(folder, found[0].card.id).exists()]
    return Readings(readings.readers, tuple(open_ones))


def settle(path: Path, folder: Path, texts: Path) -> tuple[int, list[Problem]]:
    """Write the adjudicated rows and spans; return the number of articles, or what is wrong, with nothing written.

    Raises:
        AnnotationError: the file is not JSON Lines as `agreement --to` writes them.
        UsageError: an article of the file is adjudicated already, or the file has no line.
        MissingArtifactError: a reading is not there.
    """
    lines = read_filled(path)
    if not lines:
        raise UsageError("nothing to settle", str(path), f"where readers agree, copy one's files to {ADJUDICATED}/")
    for article, _ in lines:
        if (done := _path(folder, article)).exists():
            raise UsageError("this article is adjudicated already", str(done), "move that file away to settle it anew")
    readers = tuple(next(iter(lines.values()))[1]["readings"])
    readings = unsettled(read_readings(folder, texts, readers), folder)
    settled, problems = _settled(path, lines, readings)
    rows = {article: _numbered(path, found, problems) for article, found in settled.items()} if not problems else {}
    for found in readings.articles if not problems else ():
        problems += check_rows(path, rows[found[0].card.id], found[0].raw.text, found[0].card.partial)
    if problems:
        return 0, problems
    for found in readings.articles:
        card, spans = found[0].card, shared_spans([a.spans for a in found])
        write_annotation(folder / ADJUDICATED, card.id, [row for _, row in rows[card.id]], spans)
    return len(readings.articles), []


def _path(folder: Path, article: str) -> Path:
    return folder / ADJUDICATED / f"{article}.jsonl"


def _settled(path: Path, lines: Lines, readings: Readings) -> tuple[dict[str, Settled], list[Problem]]:
    """Give the rows that are kept, by article, and what is wrong with the file."""
    problems: list[Problem] = []
    settled: dict[str, Settled] = {found[0].card.id: {} for found in readings.articles}
    left = dict(lines)
    for item in questions_of(readings):
        if isinstance(item, Agreed):
            settled[item.article][item.start] = (f"{item.article} at {item.start}", item.values)
            continue
        number, line = left.pop((item.article, item.start), (0, None))
        found = list(faults_of(f"{path}:{number}", line, item))
        problems += found
        if line and not found and line["decided"]["keep"]:
            settled[item.article][item.start] = (number, line["decided"])
    problems += [Problem(f"{path}:{n}:start", "no such row is in question", AGAIN) for n, _ in left.values()]
    return settled, problems


def _numbered(path: Path, settled: Settled, problems: list[Problem]) -> list[tuple[int | str, Row]]:
    """Give an article's rows in order, with the index of the row that each serves in place of its start."""
    order = {start: n for n, start in enumerate(sorted(settled))}
    rows: list[tuple[int | str, Row]] = []
    for start in order:
        place, values = settled[start]
        to = values["to"]
        if isinstance(to, int) and to not in order:
            problems.append(Problem(f"{path}:{place}:to", f"no row begins at {to}", "name the start of a row"))
            continue
        index = order[to] if isinstance(to, int) else to
        rows.append((place, Row(**{name: values[name] for name in FIELDS} | {"start": start, "to": index})))
    return rows
