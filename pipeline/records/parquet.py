"""Records as Parquet: the schema comes from the record type, and a row is a line of JSON before and after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import IO, Any, Literal, Union, get_args, get_origin, get_type_hints

import orjson

from pipeline.extras import need

ROWS = 10_000  # of a row group,
BYTES = 1 << 24  # or as many of its lines, whichever are full first: what is held in memory
AT_ONCE = 200  # rows read


class ParquetError(Exception):
    """A file is no Parquet file, or is damaged."""


def arrow_schema(kind: type[Any]) -> Any:
    """Give the Arrow schema of a record type: what can be null in the one can in the other, and nothing else."""
    arrow = need("pyarrow", "export")
    return arrow.schema(_columns(arrow, kind))


@contextmanager
def parquet_writer(raw: IO[bytes], kind: type[Any]) -> Iterator[Callable[[bytes], None]]:
    """Open a Parquet file; give the function that appends lines of JSON."""
    arrow, parquet = need("pyarrow", "export"), need("pyarrow.parquet", "export")
    schema = arrow_schema(kind)
    waiting: list[bytes] = []
    size = 0

    def put(lines: bytes) -> None:
        nonlocal size
        for line in lines.splitlines():
            waiting.append(line)
            size += len(line)
            if len(waiting) == ROWS or size >= BYTES:
                flush()

    def flush() -> None:
        nonlocal size
        rows = arrow.array([orjson.loads(line) for line in waiting], type=arrow.struct(list(schema)))
        writer.write_table(arrow.Table.from_arrays(rows.flatten(), schema=schema))
        waiting.clear()
        size = 0

    with parquet.ParquetWriter(raw, schema, compression="zstd", store_schema=False, write_page_checksum=True) as writer:
        yield put
        if waiting:
            flush()


def parquet_lines(file: Path) -> Iterator[bytes]:
    """Yield the rows of a file as lines of JSON.

    Raises:
        ParquetError: the file cannot be read.
    """
    with _opened(file) as parquet:
        for batch in parquet.iter_batches(AT_ONCE):
            yield from map(orjson.dumps, batch.to_pylist(maps_as_pydicts="strict"))


def count_rows(file: Path) -> int:
    """Count the rows of a file by what its last bytes say.

    Raises:
        ParquetError: the file cannot be read.
    """
    with _opened(file) as parquet:
        return int(parquet.metadata.num_rows)


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    arrow, parquet = need("pyarrow", "export"), need("pyarrow.parquet", "export")
    try:
        with parquet.ParquetFile(file, page_checksum_verification=True) as opened:
            yield opened
    except (arrow.ArrowException, OSError) as error:
        raise ParquetError(error) from error


def _columns(arrow: Any, kind: type[Any]) -> list[Any]:
    types = get_type_hints(kind)
    return [_column(arrow, field.name, types[field.name]) for field in fields(kind)]


def _column(arrow: Any, name: str, kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        inner, _none = get_args(kind)
        return arrow.field(name, _type(arrow, inner), nullable=True)
    return arrow.field(name, _type(arrow, kind), nullable=False)


def _type(arrow: Any, kind: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return arrow.struct(_columns(arrow, kind))
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        return arrow.list_(_column(arrow, "element", args[0]))
    if origin is dict:
        return arrow.map_(_type(arrow, args[0]), _column(arrow, "value", args[1]))
    simple = {str: "string", int: "int64", float: "float64", bool: "bool"}
    return arrow.type_for_alias("string" if origin is Literal else simple[kind])
