"""Read articles from JSON Lines, line by line in bytes; a line that is too long is never held."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.checks import check_text
from pipeline.text.decode import BOM, decode
from pipeline.text.raw import RawArticle, failure

ESCAPED = 12  # bytes of a character written as two \uXXXX escapes
ROOM = 1 << 16  # bytes for the other fields of a line
CHUNK = 1 << 16
YEAR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MANY = 'write one object a line, such as {"id": "a1", "text": "..."}'


def read_jsonl(stream: BinaryIO, source_file: str, max_chars: int) -> Iterator[RawArticle | Failure]:
    """Yield an article or a failure for each line that is not blank; a stream without any is a failure."""
    limit = max_chars * ESCAPED + ROOM
    number = 0
    used = 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{source_file}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(stream)
            used += 1
            yield failure(
                where,
                f"a line of more than {limit} bytes cannot hold a text of at most {max_chars} characters",
                "part the text, or raise clean.max_chars in the params",
            )
            continue
        line = line.rstrip(b"\r\n")
        if not (line.removeprefix(BOM) if number == 1 else line).strip():
            continue
        used += 1
        try:
            yield _article(line, source_file, where, max_chars)
        except InputError as error:
            yield failure(error.where, error.what, error.fix)
    if not used:
        yield failure(source_file, "empty: no line with an article", MANY)


def _skip_line(stream: BinaryIO) -> None:
    while (chunk := stream.readline(CHUNK)) and not chunk.endswith(b"\n"):
        pass


def _article(line: bytes, source_file: str, where: str, max_chars: int) -> RawArticle:
    """Check one line.

    Raises:
        InputError: `where` is file:line, file:line:column or file:line:field.
    """
    record = _parse(decode(line, where), where)
    identity = _string(record, "id", where)
    text = _string(record, "text", where)
    if identity is None or not identity.strip() or CONTROL.search(identity):
        raise InputError("id is missing or blank", f"{where}:id", "give each article a string of its own as id")
    if text is None:
        raise InputError("text is missing", f"{where}:text", "give the article's text as a string")
    check_text(text, f"{where}:text", max_chars)
    return RawArticle(
        id=identity,
        source_file=source_file,
        sha256=hashlib.sha256(line).hexdigest(),
        text=text,
        place=where,
        title=_optional(record, "title", where),
        source=_optional(record, "source", where),
        url=_optional(record, "url", where),
        published=_published(record, where),
        authors=_authors(record, where),
    )


def _parse(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", f"{where}:{error.colno}", MANY) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested by the thousand.
        raise InputError("JSON that is too deep or holds too long a number", where, MANY) from error
    if not isinstance(record, dict):
        raise InputError(f"a JSON {_name(record)} instead of an object", where, MANY)
    return record


def _name(value: Any) -> str:
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}
    return names.get(type(value), "null")


def _string(record: dict[str, Any], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{field} is a {_name(value)}, not a string", f"{where}:{field}", "write it in quotes")
    return _whole(value, field, where)


def _whole(value: str, field: str, where: str) -> str:
    """Refuse halves of surrogate pairs: they are no characters and cannot be written as UTF-8."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{field} holds half a surrogate pair at character {error.start}",
            f"{where}:{field}",
            "write the character itself or both of its \\u escapes",
        ) from error
    return value


def _optional(record: dict[str, Any], field: str, where: str) -> str | None:
    """Give a string field; blank counts as absent."""
    value = _string(record, field, where)
    return value if value and value.strip() else None


def _published(record: dict[str, Any], where: str) -> str | None:
    value = _optional(record, "published", where)
    if value is None or YEAR_MONTH.fullmatch(value):
        return value
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(
            f"published is {value[:40]!r}, not an ISO 8601 date",
            f"{where}:published",
            "write it like 2017-02-21",
        ) from error
    return value


def _authors(record: dict[str, Any], where: str) -> tuple[str, ...]:
    value = record.get("authors")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise InputError("authors is not a list of strings", f"{where}:authors", 'write ["A. Name", "B. Name"]')
    return tuple(_whole(name, "authors", where) for name in value if name.strip())
