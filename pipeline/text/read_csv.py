"""Read articles from CSV and TSV, record by record."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.columns import Columns
from pipeline.text.csv_records import CsvRecord, CsvRecords
from pipeline.text.decode import byte_limit
from pipeline.text.fields import article_of
from pipeline.text.raw import RawArticle, failure

BETWEEN_AUTHORS = ";"
DOUBLED = 2  # every character of a text may be a quotation mark, which is written twice
ROOM = 1 << 16  # bytes for the other fields of a record


def read_csv(
    stream: BinaryIO, source_file: str, max_chars: int, columns: Columns, separator: str
) -> Iterator[RawArticle | Failure]:
    """Yield an article or a failure for each record below the header.

    The text of a field is taken unaltered; authors are parted at ";". `sha256` is that of the record's raw bytes, with
    its marks and without its last line break (and without a byte-order mark).
    """
    limit = byte_limit(max_chars) * DOUBLED + ROOM
    records = iter(CsvRecords(stream, separator, limit, source_file))
    header = next(records, None)
    if header is None:
        yield failure(source_file, "empty: no header and no record", "begin with a line of column names")
        return
    if isinstance(header, InputError):
        raise header
    present = columns.present([name.strip() for name in header.fields], f"{source_file}:{header.line}")
    places = {field: [name.strip() for name in header.fields].index(column) for field, column in present.items()}
    used = 0
    for used, record in enumerate(records, 1):  # noqa: B007 (counts)
        try:
            if isinstance(record, InputError):
                raise record
            yield _article(record, len(header.fields), places, source_file, max_chars)
        except InputError as error:
            yield failure(error.where, error.what, error.fix)
    if not used:
        yield failure(source_file, "empty: a header without a record", "add a record for each article")


def _article(record: CsvRecord, width: int, places: dict[str, int], source_file: str, max_chars: int) -> RawArticle:
    where = f"{source_file}:{record.line}"
    if len(record.fields) != width:
        raise InputError(
            f"{len(record.fields)} fields under {width} columns",
            where,
            "put quotation marks around a field with separators, and write a field for each column",
        )
    fields: dict[str, object] = {field: record.fields[place] or None for field, place in places.items()}
    if names := fields.get("authors"):
        fields["authors"] = [name.strip() for name in str(names).split(BETWEEN_AUTHORS)]
    return article_of(fields, source_file, where, hashlib.sha256(record.raw).hexdigest(), max_chars)
