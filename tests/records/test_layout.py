from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_records import LAYOUTS

from pipeline.errors import UsageError
from pipeline.records.layout import PLAIN, Layout, final_name, layout_of, parse_layout


@pytest.mark.parametrize(
    ("layout", "last"),
    [
        (PLAIN, "quotes.jsonl"),
        (Layout("jsonl", "zst"), "quotes.jsonl.zst"),
        (Layout("jsonl", "gz", 12), "quotes-00011-of-00012.jsonl.gz"),
        (Layout("parquet", None, 4), "quotes-00003-of-00004.parquet"),
    ],
)
def test_files_are_named_after_output_shard_and_form(layout: Layout, last: str) -> None:
    files = layout.files("quotes")
    assert files[-1] == last
    assert files == sorted(set(files))
    assert len(files) == layout.shards


@given(LAYOUTS, st.sampled_from(["quotes", "a-b", "x.y"]))
def test_a_name_tells_its_output_and_layout(layout: Layout, name: str) -> None:
    assert {layout_of(file) for file in layout.files(name)} == {(name, layout)}


@pytest.mark.parametrize(
    "file",
    [
        "quotes.txt",
        ".jsonl",
        "quotes.parquet.gz",
        "quotes.jsonl.bz2",
        "quotes-00004-of-00004.jsonl",
        "quotes-00000-of-00001.jsonl",
    ],
)
def test_a_name_of_another_kind_is_none_of_ours(file: str) -> None:
    assert layout_of(file) is None


def test_a_scratch_file_knows_the_name_that_it_is_to_take() -> None:
    assert final_name(".quotes.jsonl.part") == "quotes.jsonl"
    assert final_name("quotes.jsonl") == "quotes.jsonl"


def test_options_become_a_layout() -> None:
    assert parse_layout() == PLAIN
    assert parse_layout("jsonl", "zst", 3) == Layout("jsonl", "zst", 3)
    assert parse_layout("parquet", None, 99_999).whole == Layout("parquet")


@pytest.mark.parametrize(
    ("options", "where"),
    [
        ({"form": "csv"}, "--format csv"),
        ({"compression": "bz2"}, "--compress bz2"),
        ({"form": "parquet", "compression": "gz"}, "--compress gz"),
        ({"shards": 0}, "--shards 0"),
        ({"shards": 100_000}, "--shards 100000"),
    ],
)
def test_options_that_make_no_layout_are_named(options: dict[str, Any], where: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_layout(**options)
    assert caught.value.where == where


def test_parquet_without_its_extra_is_said_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(UsageError) as caught:
        parse_layout("parquet")
    assert "argmap[export]" in caught.value.fix
