"""JSON of foreign tools: read without trust, with a place for every fault."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.annotate.faults import Faults
from pipeline.errors import AnnotationError, InputError


def read_text(path: Path) -> str:
    """Read a file as UTF-8; a byte-order mark at its head is no text.

    Raises:
        InputError: it is not there, or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", str(path), "name the file that the tool exported"
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8", f"{path}:{line}", "save the file as UTF-8") from error


def _parsed(text: str, where: str) -> Any:
    """Parse JSON; half a surrogate pair, which JSON can write and UTF-8 cannot, is refused."""
    value = json.loads(text)
    if "\\u" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise AnnotationError("half a surrogate pair", where, "export it again as UTF-8") from error
    return value


def listed(value: Any) -> list[Any]:
    """Give a list as it is, a single value in one, nothing as an empty one."""
    return [] if value is None else value if isinstance(value, list) else [value]


def objects(value: Any, place: str, field: str, faults: Faults) -> list[dict[str, Any]]:
    """Give the objects of a list; what is none is a fault, nothing at all is an empty list."""
    found = listed(value)
    for one in found:
        if not isinstance(one, dict):
            faults.add(place, field, f"{str(one)[:40]!r} is no JSON object", "export it from the tool again")
    return [one for one in found if isinstance(one, dict)]


def read_json(path: Path) -> Any:
    """Read a JSON file."""
    try:
        return _parsed(read_text(path), str(path))
    except json.JSONDecodeError as error:
        where = f"{path}:{error.lineno}:{error.colno}"
        raise AnnotationError(f"not JSON: {error.msg}", where, "export it from the tool again") from error


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (line number, object) of a JSON Lines file."""
    for number, line in enumerate(read_text(path).split("\n"), 1):  # not splitlines: a text may hold U+2028
        if not line.strip():
            continue
        try:
            record = _parsed(line, f"{path}:{number}")
        except json.JSONDecodeError as error:
            where = f"{path}:{number}:{error.colno}"
            raise AnnotationError(f"not JSON: {error.msg}", where, "mend the line, or export it again") from error
        if not isinstance(record, dict):
            raise AnnotationError("not a JSON object", f"{path}:{number}:line", "export it from the tool again")
        yield str(number), record


def whole(value: Any) -> int | None:
    """Give a whole number, also one that was written as 12.0 or "12"; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        head, _, zeros = value.strip().partition(".")
        digits = head.removeprefix("-")
        return int(head) if digits.isdecimal() and not zeros.strip("0") else None
    if isinstance(value, (int, float)) and value == value // 1:
        return int(value)
    return None


def texts_of(record: dict[str, Any], names: tuple[str, ...]) -> dict[str, str | None]:
    """Give the named texts of a record; None for what is missing, empty or no text."""
    return {name: value if isinstance(value := record.get(name), str) and value else None for name in names}
