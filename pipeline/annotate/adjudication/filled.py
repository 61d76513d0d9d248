"""A filled adjudication.jsonl: its lines, and what is wrong with what a person decided."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.annotate.adjudication.question import OPEN, Decided, Question
from pipeline.annotate.check import Problem
from pipeline.errors import AnnotationError
from pipeline.evaluation.readers import Place
from pipeline.records.jsonl import plain

AGAIN = "write the file again: `argmap annotate agreement READER READER --to FILE`"
Lines = dict[Place, tuple[int, dict[str, Any]]]  # with their numbers


def read_filled(path: Path) -> Lines:
    """Read a filled file, whatever is decided in it.

    Raises:
        AnnotationError: a line is not as `agreement --to` writes it, or a row comes twice.
    """
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
        value = value if isinstance(value, dict) else {}
        for field, kind in {"article": str, "start": int, "readings": dict}.items():
            if not isinstance(value.get(field), kind):
                raise AnnotationError(f"no {field}", f"{path}:{number}:{field}", AGAIN)
        place = value["article"], value["start"]
        if place in found:
            raise AnnotationError(f"the same row as line {found[place][0]}", f"{path}:{number}:start", "remove one")
        found[place] = number, value
    return found


def faults_of(where: str, line: Mapping[str, Any] | None, question: Question) -> Iterator[Problem]:
    """Yield what is wrong with the line of a question; `line` is None where the file has none."""
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
