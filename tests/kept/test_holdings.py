"""Counting and pruning by size, by age of use."""

import os
from pathlib import Path

import pytest

from pipeline.kept.cache import Cache
from pipeline.kept.fingerprint import hash_of
from pipeline.kept.holdings import holdings, prune_to

KEYS = [hash_of(str(n)) for n in range(6)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six results of one size in two layers; the higher the number, the longer unused."""
    cache = Cache(tmp_path)
    for age, key in enumerate(KEYS):
        layer = "text" if age % 2 else "labels"
        cache.put(layer, key, {"piece": b"x"})
        os.utime(tmp_path / layer / key[:2] / f"{key}.box", (1000 - age, 1000 - age))
    (tmp_path / "notes.txt").write_text("mine")
    return tmp_path


def one(folder: Path) -> int:
    return holdings(folder)["text"][1] // 3


def test_results_and_bytes_are_counted_by_layer(folder: Path) -> None:
    assert holdings(folder) == {"labels": (3, 3 * one(folder)), "text": (3, 3 * one(folder))}


def test_the_longest_unused_go_first(folder: Path) -> None:
    assert prune_to(folder, 2 * one(folder) + 1) == 4
    cache = Cache(folder)
    assert [cache.get("text" if n % 2 else "labels", key) is not None for n, key in enumerate(KEYS)] == [True] * 2 + [
        False
    ] * 4


def test_enough_space_drops_nothing(folder: Path) -> None:
    assert prune_to(folder, 6 * one(folder)) == 0


def test_clearing_leaves_the_files_of_others(folder: Path) -> None:
    assert prune_to(folder, 0) == 6
    assert [p.name for p in folder.rglob("*")] == ["notes.txt"]
    assert holdings(folder) == {}


def test_no_folder_holds_nothing(tmp_path: Path) -> None:
    assert holdings(tmp_path / "none") == {}
    assert prune_to(tmp_path / "none", 0) == 0
