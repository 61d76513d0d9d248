"""Read articles from JSON Lines, line by line in bytes."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.byte_lines import byte_lines
from pipeline.text.columns import FIELDS, OPTION, Columns
from pipeline.text.decode import BOM, decode
from pipeline.text.fields import article_of, name_of
from pipeline.text.raw import RawArticle, failure

ESCAPED = 12  # bytes of a character written as two \uXXXX escapes
ROOM = 1 << 16  # bytes for the other fields of a line
MANY = 'write one object a line, such as {"id": "a1", "text": "..."}'


def read_jsonl(stream: BinaryIO, source_file: str, max_chars: int, columns: Columns) -> Iterator[RawArticle | Failure]:
    """Yield an article or a failure for each line that is not blank; a stream without any is a failure.

    `sha256` is that of the line's bytes without its line break.
    """
    limit = max_chars * ESCAPED + ROOM
    used = 0
    never_met = set(columns.named)
    for number, line in byte_lines(stream, limit, source_file):
        where = f"{source_file}:{number}"
        data = (line or b"").rstrip(b"\r\n")
        if line is not None and not (data.removeprefix(BOM) if number == 1 else data).strip():
            continue
        used += 1
        if line is None:
            yield failure(
                where,
                f"a line of more than {limit} bytes cannot hold a text of at most {max_chars} characters",
                "part the text, or raise clean.max_chars in the params",
            )
            continue
        try:
            record = _parse(decode(data, where), where)
            never_met -= {field for field in never_met if columns.of(field) in record}
            fields = {field: record.get(columns.of(field)) for field in FIELDS}
            yield article_of(fields, source_file, where, hashlib.sha256(data).hexdigest(), max_chars)
        except InputError as error:
            yield failure(error.where, error.what, error.fix)
    if not used:
        yield failure(source_file, "empty: no line with an article", MANY)
    for field in sorted(never_met) if used else ():
        yield failure(source_file, f"no line has {columns.of(field)!r} for the field {field}", f"mend {OPTION}")


def _parse(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", f"{where}:{error.colno}", MANY) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested by the thousand.
        raise InputError("JSON that is too deep or holds too long a number", where, MANY) from error
    if not isinstance(record, dict):
        raise InputError(f"a JSON {name_of(record)} instead of an object", where, MANY)
    return record
