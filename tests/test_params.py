"""params.yaml: every fault is named by its key, and the hash is of the values alone."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.errors import ParamsError
from pipeline.params import Params, load_params
from pipeline.resources import shipped

ROOT = Path(__file__).resolve().parents[1]


def changed(folder: Path, section: str, **values: Any) -> Path:
    """Write the shipped params with some values of a section replaced; None takes a key away."""
    raw = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    raw[section] = {k: v for k, v in (raw[section] | values).items() if v is not None}
    path = folder / "params.yaml"
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    return path


def fault(path: Path) -> ParamsError:
    with pytest.raises(ParamsError) as caught:
        load_params(path)
    assert caught.value.fix
    return caught.value


def test_the_shipped_params_are_the_projects(params: Params) -> None:
    assert load_params(shipped("params.yaml")) == params


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    found = fault(changed(tmp_path, "train", alpha=1))
    assert found.where.endswith("train.alpha")
    assert "remove it" in found.fix


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    found = fault(changed(tmp_path, "clean", max_chars=None))
    assert found.where.endswith("clean.max_chars")
    assert found.fix == "add the key; a params file holds all keys of the shipped params.yaml"


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("clean", "max_chars", 0),
        ("clean", "duplicate_jaccard", 1.5),
        ("sentences", "max_sentence_chars", -1),
        ("entities", "batch_size", "many"),
        ("quotes", "min_reliability", 2),
        ("train", "folds", 1),
        ("evaluate", "bins", 1),
        ("stance", "temperature", 0),
        ("maps", "restate_overlap", 0),
        ("corpus", "group_jaccard", 0),
        ("report", "max_articles_on_one_page", 0),
    ],
)
def test_an_impossible_value_is_named(tmp_path: Path, section: str, key: str, value: object) -> None:
    found = fault(changed(tmp_path, section, **{key: value}))
    assert found.where.endswith(f"{section}.{key}")
    assert repr(value) in found.fix


@pytest.mark.parametrize("text", ["", "a: [1, 2", "- 1\n- 2\n", "\x00", "clean: 3"])
def test_a_file_that_holds_no_params_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "params.yaml"
    path.write_text(text)
    assert str(path) in fault(path).where


def test_a_line_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    path.write_text("clean:\n  max_chars: [1\nsentences: 2\n")
    assert fault(path).where.startswith(f"{path}:3")


def test_other_encodings_and_missing_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    assert "--params" in fault(path).fix
    path.write_bytes("clean: é".encode("latin-1"))
    assert str(path) in fault(path).where


def test_the_hash_minds_values_but_not_comments_or_order(tmp_path: Path, params: Params) -> None:
    assert load_params(changed(tmp_path, "train")).sha256() == params.sha256()
    assert load_params(changed(tmp_path, "train", seed=params.train.seed + 1)).sha256() != params.sha256()


def test_params_cannot_be_changed_in_passing(params: Params) -> None:
    with pytest.raises(ValueError, match="frozen"):
        params.train.seed = 3  # type: ignore[misc]
