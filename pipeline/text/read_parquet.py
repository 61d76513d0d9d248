"""Read articles from Parquet, some rows at a time."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from pipeline.errors import InputError
from pipeline.records import Failure
from pipeline.text.columns import Columns
from pipeline.text.fields import article_of
from pipeline.text.from_extra import from_extra
from pipeline.text.raw import RawArticle, failure

AT_ONCE = 1 << 26  # bytes of rows held, as far as the file's own index tells
MOST_ROWS = 256
LEAST_BOMB = 1 << 28  # bytes of a column in a row group
BOMB = 100  # times its packed size
BUFFER = 1 << 20


def read_parquet(
    stream: BinaryIO, source_file: str, max_chars: int, columns: Columns
) -> Iterator[RawArticle | Failure]:
    """Yield an article or a failure for each row.

    Strings, lists of strings (authors), dates and timestamps (published) are read; other types are failures. `sha256` is
    that of the row's canonical JSON: the fields of the contract that it has, sorted by name, without spaces, in UTF-8.
    """
    arrow, parquet = from_extra("pyarrow", "export", source_file), from_extra("pyarrow.parquet", "export", source_file)
    row = 0
    try:
        file = parquet.ParquetFile(stream, buffer_size=BUFFER, pre_buffer=False)
        present = columns.present(file.schema_arrow.names, source_file)
        for group in range(file.num_row_groups):
            size = _rows_at_once(file.metadata.row_group(group), f"{source_file}:{row + 1}")
            for batch in file.iter_batches(size, [group], sorted(set(present.values())), use_threads=False):
                for number in range(batch.num_rows):
                    row += 1
                    yield _read_row(batch, number, present, f"{source_file}:{row}", source_file, max_chars)
    except (arrow.ArrowException, OSError) as error:
        told = str(error).splitlines() or [""]
        raise InputError(
            f"not Parquet, or broken: {told[0]}", f"{source_file}:{row + 1}", "write the file anew"
        ) from error
    if not row:
        yield failure(source_file, "empty: no row", "add a row for each article")


def _rows_at_once(group: Any, where: str) -> int:
    """Choose how many rows to hold, since one long text may be that of every row.

    Raises:
        InputError: a column unpacks to so many times its size that it was made to fill the memory.
    """
    columns = [group.column(n) for n in range(group.num_columns)]
    largest = max((column.total_uncompressed_size for column in columns), default=0)
    for column in columns:
        unpacked = column.total_uncompressed_size
        if unpacked > LEAST_BOMB and unpacked > BOMB * column.total_compressed_size:
            raise InputError(
                f"a column unpacks to {unpacked} bytes", where, "write the file anew with smaller row groups"
            )
    return max(1, min(MOST_ROWS, AT_ONCE // max(1, largest)))


def _read_row(
    batch: Any, number: int, present: dict[str, str], where: str, source_file: str, max_chars: int
) -> RawArticle | Failure:
    try:
        fields = {field: _value(batch.column(column)[number], field, where) for field, column in present.items()}
        canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
        return article_of(fields, source_file, where, hashlib.sha256(canonical.encode()).hexdigest(), max_chars)
    except InputError as error:
        return failure(error.where, error.what, error.fix)


def _value(cell: Any, field: str, where: str) -> Any:
    """Give a cell as JSON has it: dates and times as ISO 8601 where a date is wanted."""
    try:
        value = cell.as_py()
    except (ValueError, OverflowError) as error:  # bytes that are no UTF-8, a date beyond the year 9999
        raise InputError(f"{field} cannot be read: {error}", f"{where}:{field}", "write it as a string") from error
    return value.isoformat() if field == "published" and isinstance(value, date) else value
