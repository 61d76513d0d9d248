"""Rows that wait: written when there are enough of them or when it is asked for, none twice."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.batch import Batch
from pipeline.records.scratch_db import scratch_db


@given(st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=6), st.integers(1, 6))
def test_all_rows_come_in_order_and_few_wait(calls: list[list[int]], size: int) -> None:
    with closing(scratch_db()) as db:
        db.execute("CREATE TABLE t (number INTEGER, twice INTEGER)")
        batch = Batch(db, "t", 2, size)
        given_rows: list[tuple[int, int]] = []
        for numbers in calls:
            rows = [(number, 2 * number) for number in numbers]
            given_rows += rows
            batch.add(iter(rows))
            written = db.execute("SELECT * FROM t").fetchall()
            assert written == given_rows[: len(written)]
            assert len(given_rows) - len(written) < size
        for _ in range(2):
            batch.write()
            assert db.execute("SELECT * FROM t").fetchall() == given_rows
