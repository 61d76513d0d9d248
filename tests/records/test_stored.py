from pathlib import Path

import pytest

from pipeline.errors import ArgmapError, InputError, MissingArtifactError
from pipeline.records.layout import Layout
from pipeline.records.stored import is_stored, stored


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder / "quotes.jsonl"


def fault(path: Path) -> ArgmapError:
    with pytest.raises(ArgmapError) as caught:
        stored(path, "quotes")
    return caught.value


def test_shards_come_in_order(tmp_path: Path) -> None:
    names = Layout("jsonl", "gz", 11).files("quotes")
    path = lay(tmp_path, *reversed(names), "my-quotes.jsonl", "quotes-old.jsonl")
    assert [file.name for file in stored(path, "quotes")] == names
    assert is_stored(path)


def test_a_file_that_is_in_no_layout_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        found = fault(folder / "quotes.jsonl")
        assert isinstance(found, MissingArtifactError)
        assert "argmap quotes" in found.fix
        assert not is_stored(folder / "quotes.jsonl")


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    names = Layout("parquet", None, 3).files("quotes")
    found = fault(lay(tmp_path, names[0], names[2]))
    assert isinstance(found, MissingArtifactError)
    assert found.where.endswith("quotes-00001-of-00003.parquet")
    assert "argmap run" in found.fix


@pytest.mark.parametrize("other", ["quotes.jsonl.gz", "quotes.parquet", "quotes-00000-of-00002.jsonl"])
def test_two_layouts_are_a_fault_that_names_both(tmp_path: Path, other: str) -> None:
    found = fault(lay(tmp_path, "quotes.jsonl", other))
    assert isinstance(found, InputError)
    assert "quotes.jsonl" in found.what
    assert other in found.what


def test_a_file_under_a_name_of_its_own_is_taken_as_it_is(tmp_path: Path) -> None:
    lay(tmp_path, "mine", "mine.jsonl.gz")
    assert stored(tmp_path / "mine", "train") == [tmp_path / "mine"]
    with pytest.raises(MissingArtifactError):
        stored(tmp_path / "other", "train")
