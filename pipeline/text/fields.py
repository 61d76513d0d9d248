"""Check the fields of one article that a line or row gives."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.errors import InputError
from pipeline.text.checks import check_text, is_blank
from pipeline.text.published import read_published
from pipeline.text.raw import RawArticle

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def article_of(record: Mapping[str, Any], source_file: str, where: str, sha256: str, max_chars: int) -> RawArticle:
    """Give the article of a record with the contract's fields.

    Raises:
        InputError: a field is missing or of a wrong type; `where` ends in its name.
    """
    identity = _string(record, "id", where)
    text = _string(record, "text", where)
    if identity is None or is_blank(identity) or CONTROL.search(identity):
        raise InputError("id is missing or blank", f"{where}:id", "give each article a string of its own as id")
    if text is None:
        raise InputError("text is missing", f"{where}:text", "give the article's text as a string")
    check_text(text, f"{where}:text", max_chars)
    return RawArticle(
        id=identity,
        source_file=source_file,
        sha256=sha256,
        text=text,
        place=where,
        title=_optional(record, "title", where),
        source=_optional(record, "source", where),
        url=_optional(record, "url", where),
        published=_published(record, where),
        authors=_authors(record, where),
    )


def name_of(value: Any) -> str:
    """Name the JSON type of a value, for messages."""
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}
    return "null" if value is None else names.get(type(value), type(value).__name__)


def _string(record: Mapping[str, Any], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{field} is a {name_of(value)}, not a string", f"{where}:{field}", "write it as a string")
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


def _optional(record: Mapping[str, Any], field: str, where: str) -> str | None:
    """Give a string field; blank counts as absent."""
    value = _string(record, field, where)
    return value if value and value.strip() else None


def _published(record: Mapping[str, Any], where: str) -> str | None:
    value = _optional(record, "published", where)
    return None if value is None else read_published(value, f"{where}:published")


def _authors(record: Mapping[str, Any], where: str) -> tuple[str, ...]:
    value = record.get("authors")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise InputError("authors is not a list of strings", f"{where}:authors", 'write ["A. Name", "B. Name"]')
    return tuple(_whole(name, "authors", where) for name in value if name.strip())
