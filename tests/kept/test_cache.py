"""Kept results: found under their key alone, pruned by use, and never a reason to stop."""

import os
from pathlib import Path

import pytest

from pipeline.kept.cache import Cache, Used, kept_files
from pipeline.kept.fingerprint import hash_of

KEY, OTHER = hash_of("a"), hash_of("b")
PIECES = {"articles": b"{}\n", "quotes": b""}


def box(folder: Path, key: str = KEY) -> Path:
    return folder / "text" / key[:2] / f"{key}.box"


def test_what_is_put_is_got_again_by_the_same_layer_and_key_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("text", KEY, PIECES)
    assert cache.get("text", KEY) == PIECES
    assert cache.get("labels", KEY) is None
    assert cache.get("text", OTHER) is None
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [f"{KEY}.box"]


def test_a_result_under_the_name_of_another_counts_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("text", KEY, PIECES)
    box(tmp_path, OTHER).parent.mkdir(parents=True, exist_ok=True)
    box(tmp_path).replace(box(tmp_path, OTHER))
    assert cache.get("text", OTHER) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("text", KEY, PIECES)
    assert cache.get("text", KEY) is None


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    cache = Cache(tmp_path / "file")
    cache.put("text", KEY, PIECES)
    assert cache.get("text", KEY) is None
    assert (tmp_path / "file").read_text() == "mine"


def test_a_damaged_result_is_dropped_when_it_is_asked_for(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("text", KEY, PIECES)
    box(tmp_path).write_bytes(box(tmp_path).read_bytes()[:-1])
    assert cache.has("text", KEY)
    assert cache.get("text", KEY) is None
    assert not cache.has("text", KEY)


@pytest.mark.parametrize("way", ["get", "has"])
def test_what_is_used_is_younger_than_what_is_not(tmp_path: Path, way: str) -> None:
    cache = Cache(tmp_path)
    for key in (KEY, OTHER):
        cache.put("text", key, PIECES)
        os.utime(box(tmp_path, key), (1, 1))
    use = getattr(cache, way)
    use("text", KEY)
    assert box(tmp_path, KEY).stat().st_mtime > box(tmp_path, OTHER).stat().st_mtime == 1


def test_pruning_drops_what_was_not_used_what_is_half_written_and_what_has_an_odd_name(tmp_path: Path) -> None:
    cache, used = Cache(tmp_path), Used()
    for key in (KEY, OTHER):
        cache.put("text", key, PIECES)
    (box(tmp_path).parent / f".{KEY}.box.17.part").write_bytes(b"half")
    (box(tmp_path).parent / "no hash.box").write_bytes(b"")
    used.add(KEY)
    assert used.prune(tmp_path / "text") == 3
    assert list(kept_files(tmp_path / "text")) == [str(box(tmp_path))]


def test_pruning_leaves_what_it_cannot_remove(tmp_path: Path) -> None:
    (box(tmp_path) / "inside").mkdir(parents=True)
    assert Used().prune(tmp_path / "text") == 0
    assert box(tmp_path).is_dir()
