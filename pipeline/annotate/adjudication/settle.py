"""Turn a filled adjudication.jsonl and the rows that readers agree on into annotations: all of them, or none."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.annotate.adjudication.question import FIELDS, OPEN, Agreed, Decided, Question, Values, questions_of
from pipeline.annotate.adjudication.spans import shared_spans
from pipeline.annotate.check import Problem, check_rows
from pipeline.errors import AnnotationError, UsageError
from pipeline.evaluation.readers import Place, Readings, read_readings
from pipeline.gold.corpus import Row
from pipeline.gold.write import write_annotation
from pipeline.records.jsonl import plain

ADJUDICATED = "adjudicated"
AGAIN = "write the file again: `argmap annotate agreement READER READER --to FILE`"
Lines = dict[Place, tuple[int, dict[str, Any]]]  # with their numbers


def settle(path: Path, folder: Path, texts: Path, replace: bool) -> tuple[int, list[Problem]]:
    """Write the adjudicated rows and spans; return the number of articles, or what is wrong, with nothing written.

    Raises:
        AnnotationError: the file is not JSON Lines as `agreement --to` writes them.
        UsageError: an article is adjudicated already and `replace` is False, or the file has no line.
        MissingArtifactError: a reading is not there.
    """
    lines = _read(path)
    if not lines:
        raise UsageError("nothing to settle", str(path), f"where readers agree, copy one's files to {ADJUDICATED}/")
    readers = tuple(next(iter(lines.values()))[1]["readings"])
    readings = read_readings(folder, texts, readers)
    for found in readings.articles:
        if (done := folder / ADJUDICATED / f"{found[0].card.id}.jsonl").exists() and not replace:
            raise UsageError("this article is adjudicated already", str(done), "move it away, or give --replace")
    problems, rows = _rows(path, lines, readings)
    for found in readings.articles if not problems else ():
        card, text = found[0].card, found[0].raw.text
        problems += check_rows(path, rows[card.id], text, card.partial)
    if problems:
        return 0, problems
    for found in readings.articles:
        card = found[0].card
        spans = shared_spans([a.spans for a in found])
        write_annotation(folder / ADJUDICATED, card.id, [row for _, row in rows[card.id]], spans)
    return len(readings.articles), []


def _read(path: Path) -> Lines:
    found: Lines = {}
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"cannot be read: {error}", f"{path}:1:line", AGAIN) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise AnnotationError(
                f"not JSON: {error.msg}", f"{path}:{number}:{error.colno}", "mend the line"
            ) from error
        if not isinstance(value, dict) or not isinstance(value.get("readings"), dict):
            raise AnnotationError("not a row to be settled", f"{path}:{number}:readings", AGAIN)
        place = (str(value.get("article")), value.get("start", -1))
        if place in found:
            raise AnnotationError(f"the same row as line {found[place][0]}", f"{path}:{number}:start", "remove one")
        found[place] = number, value
    return found


def _rows(path: Path, lines: Lines, readings: Readings) -> tuple[list[Problem], dict[str, list[tuple[int | str, Row]]]]:
    """Give the settled rows by article, each with its line in the file, and what is wrong with the file."""
    problems: list[Problem] = []
    settled: dict[str, dict[int, tuple[int | str, Values]]] = {found[0].card.id: {} for found in readings.articles}
    left = dict(lines)
    for item in questions_of(readings):
        if isinstance(item, Agreed):
            settled[item.article][item.start] = (f"{item.article} at {item.start}", item.values)
            continue
        number, line = left.pop((item.article, item.start), (0, None))
        found = list(_faults(f"{path}:{number}", line, item))
        problems += found
        if line and not found and line["decided"]["keep"]:
            settled[item.article][item.start] = (number, line["decided"])
    problems += [Problem(f"{path}:{n}:start", "no such row is in question", AGAIN) for n, _ in left.values()]
    out: dict[str, list[tuple[int | str, Row]]] = {}
    for article, rows in settled.items() if not problems else ():
        order = {start: n for n, start in enumerate(sorted(rows))}
        out[article] = []
        for start in sorted(rows):
            place, values = rows[start]
            goal = values["to"]
            if isinstance(goal, int) and goal not in order:
                problems.append(Problem(f"{path}:{place}:to", f"no row begins at {goal}", "name the start of a row"))
                continue
            to = order[goal] if isinstance(goal, int) else goal
            fields = {name: values[name] for name in FIELDS} | {"start": start, "to": to}
            out[article].append((place, Row(**fields)))
    return problems, out


def _faults(where: str, line: Mapping[str, Any] | None, question: Question) -> Iterator[Problem]:
    if line is None:
        yield Problem(f"{where}:start", f"the row of {question.article} at {question.start} is missing", AGAIN)
        return
    if line["readings"] != plain(question.readings):
        yield Problem(f"{where}:readings", "the readings have changed since the file was written", AGAIN)
    decided = line.get("decided")
    if isinstance(decided, dict) and decided.get("keep") is False:
        return
    if isinstance(decided, dict) and decided.get("speaker") == OPEN:
        yield Problem(f"{where}:decided.speaker", "not decided", "write a name, or null")
    try:
        # As JSON and strictly: "no" is not False, and 12.0 is no offset.
        TypeAdapter(Decided).validate_json(json.dumps(decided), strict=True)
    except ValidationError as error:
        first = {".".join(["decided", *map(str, e["loc"][:1])]): e for e in reversed(error.errors())}
        for field, fault in reversed(first.items()):
            what = "not decided" if fault["input"] == OPEN else fault["msg"]
            yield Problem(f"{where}:{field}", what, "see annotations/GUIDELINE.md for the values")
