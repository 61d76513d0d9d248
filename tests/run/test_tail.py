"""Lines that wait come out as they went in, job by job."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.tail import Lines, Tail

JOBS = st.lists(st.lists(st.tuples(st.sampled_from(["articles", "maps"]), st.binary(max_size=9), st.integers(0, 3))))


@given(JOBS)
def test_what_waits_comes_out_job_by_job(jobs: list[list[Lines]]) -> None:
    with Tail() as tail:
        for job in jobs:
            tail.add_job(job)
        tail.rewind()
        assert [list(tail.next_job()) for _ in jobs] == jobs
