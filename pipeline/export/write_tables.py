"""Write one file a table into a folder."""

from contextlib import ExitStack
from pathlib import Path

from pipeline.export.formats import TableFormat
from pipeline.tables.walk import NAMES, tables_of, walk


def write_tables(out: Path, to: Path, form: TableFormat) -> list[str]:
    """Export the tables of the run in `out`; return their names. A table that the run has not got is removed in `to`."""
    tables = tables_of(out)
    with ExitStack() as stack:
        put = {table.name: stack.enter_context(form.sink(to / f"{table.name}{form.SUFFIX}", table)) for table in tables}
        for table, rows in walk(out):
            put[table.name](rows)
    for name in set(NAMES) - put.keys():
        (to / f"{name}{form.SUFFIX}").unlink(missing_ok=True)
    return list(put)
