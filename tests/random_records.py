"""Random records of every output file, and random layouts to write them in."""

from typing import Any

from hypothesis import strategies as st

from pipeline.records.jsonl import DECIMALS
from pipeline.records.layout import Layout
from pipeline.records.schema import FILES

WHOLE = st.integers(-(2**63), 2**63 - 1)
REAL = st.floats(allow_nan=False, allow_infinity=False).map(lambda value: round(value, DECIMALS))
LAYOUTS = st.builds(Layout, st.just("jsonl"), st.sampled_from([None, "gz", "zst"]), st.integers(1, 6)) | st.builds(
    Layout, st.just("parquet"), st.none(), st.integers(1, 6)
)
st.register_type_strategy(int, WHOLE)
st.register_type_strategy(float, REAL)


def records(name: str) -> st.SearchStrategy[Any]:
    """Give records of an output file."""
    return st.from_type(FILES[name])


def by_article(name: str) -> st.SearchStrategy[list[list[Any]]]:
    """Give the records of several articles, none of some."""
    return st.lists(st.lists(records(name), max_size=3), max_size=8)
