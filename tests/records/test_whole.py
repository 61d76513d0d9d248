"""Files that are whole or absent, and the names they have meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.records.layout import final_name
from pipeline.records.whole import scratch_of, unique_scratch_of, whole


@pytest.mark.parametrize("scratch", [scratch_of, unique_scratch_of])
def test_a_file_takes_its_name_at_the_end(scratch: Callable[[Path], Path], tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.bin"
    with whole(path, scratch(path)) as place:
        place.write_bytes(b"all")
        assert not path.exists()
    assert [p.name for p in path.parent.iterdir()] == ["x.bin"]
    assert path.read_bytes() == b"all"


def test_after_an_error_the_old_file_stays_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), whole(path) as place:
        place.write_bytes(b"half")
        raise RuntimeError
    assert [p.name for p in tmp_path.iterdir()] == ["x.bin"]
    assert path.read_bytes() == b"old"


def test_the_name_of_a_scratch_file_tells_what_it_is_to_be(tmp_path: Path) -> None:
    assert final_name(scratch_of(tmp_path / "quotes.jsonl").name) == "quotes.jsonl"


def test_two_processes_never_share_a_unique_name(tmp_path: Path) -> None:
    assert unique_scratch_of(tmp_path / "x") != unique_scratch_of(tmp_path / "x")
