"""Parquet: one file a table, with a fixed schema; for pandas, R (arrow), DuckDB, Polars."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.extras import need
from pipeline.records.whole import whole
from pipeline.tables.table import Kind, Row, Table

SUFFIX = ".parquet"
ABOUT = "tidy tables as Parquet, one file a table; for pandas, R (arrow), DuckDB, Polars"
AT_ONCE = 10_000  # rows of a group, and in memory


@contextmanager
def sink(path: Path, table: Table[Any]) -> Iterator[Callable[[Iterable[Row]], None]]:
    """Open a table's file; give the function that appends rows."""
    arrow, parquet = need("pyarrow", "export"), need("pyarrow.parquet", "export")
    schema = arrow.schema([(name, _type(arrow, kind)) for name, kind in table.columns.items()])
    waiting: list[Row] = []

    def flush(writer: Any) -> None:
        columns = zip(*waiting, strict=True) if waiting else ([] for _ in schema)
        arrays = [arrow.array(list(c), type=f.type) for c, f in zip(columns, schema, strict=True)]
        writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
        waiting.clear()

    with whole(path) as scratch, parquet.ParquetWriter(scratch, schema, compression="zstd") as writer:

        def put(rows: Iterable[Row]) -> None:
            waiting.extend(rows)
            if len(waiting) >= AT_ONCE:
                flush(writer)

        yield put
        flush(writer)


def _type(arrow: Any, kind: Kind) -> Any:
    return {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "real": arrow.float64(),
        "truth": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "spans": arrow.list_(arrow.list_(arrow.int64(), 2)),
    }[kind]
