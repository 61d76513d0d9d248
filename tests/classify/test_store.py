"""A classifier is saved as a skops file of arrays, and nothing but such a file is read."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skops.io
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classify import store
from pipeline.classify.save import save_model
from pipeline.classify.store import arrays_of, load_model
from pipeline.classify.weights import Weights
from pipeline.errors import MissingArtifactError
from pipeline.resources import shipped

MODEL = shipped("models/stance.skops")
SMALL = Weights(
    words=("city", "sanctuary city"),
    fragments=(" ci", "ity "),
    facts=("kind=body",),
    rarity=np.array([1.5, 2.0, 1.0, 3.0]),
    fact_weight=0.4,
    coefficients=np.arange(15.0).reshape(3, 5),
    intercept=np.zeros(3),
)


def refused(path: Path) -> str:
    with pytest.raises(MissingArtifactError) as error:
        load_model(path)
    return error.value.what


def saved(path: Path, **changed: Any) -> Path:
    """Save the small classifier with some parts changed."""
    skops.io.dump({**arrays_of(SMALL), **changed}, path)
    return path


def test_what_is_read_is_what_skops_reads() -> None:
    arrays = skops.io.load(MODEL, trusted=[])
    weights, sha256 = load_model(MODEL)
    assert sha256 == hashlib.sha256(MODEL.read_bytes()).hexdigest()
    found = arrays_of(weights)
    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        assert type(array) is np.ndarray
        assert np.array_equal(found[name], array), name


def test_coefficients_are_rounded() -> None:
    weights, _ = load_model(MODEL)
    assert np.array_equal(weights.coefficients, weights.coefficients.round(6))


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    save_model(SMALL, tmp_path / "m.skops")
    weights, _ = load_model(tmp_path / "m.skops")
    assert (weights.words, weights.fragments, weights.facts) == (SMALL.words, SMALL.fragments, SMALL.facts)
    assert weights.coefficients.tolist() == SMALL.coefficients.tolist()
    assert weights.fact_weight == SMALL.fact_weight


def test_the_file_is_the_same_in_another_process(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from pipeline.classify.save import *; from pipeline.classify.store import *; "
    code += "save_model(load_model(Path(sys.argv[1]))[0], Path(sys.argv[2]))"
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, MODEL, tmp_path / seed], env=env, check=True)
    save_model(load_model(MODEL)[0], tmp_path / "here")
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes() == (tmp_path / "here").read_bytes()


def test_a_missing_file_and_a_folder_are_no_classifier(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.skops") == "no stance classifier"
    assert refused(tmp_path) == "no stance classifier"


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_other_files_are_no_classifier(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.skops").write_bytes(data)
    assert refused(tmp_path / "m.skops").startswith("not a stance classifier")


@pytest.mark.parametrize("schema", ["", "[]", "7", '"content"', '{"content": 1}', "[" * 100_000, '{"content": {}}'])
def test_other_schemas_are_no_classifier(tmp_path: Path, schema: str) -> None:
    with zipfile.ZipFile(tmp_path / "m.skops", "w") as file:
        file.writestr("schema.json", schema)
    assert refused(tmp_path / "m.skops").startswith("not a stance classifier")


@pytest.mark.parametrize(
    "changed",
    [
        {"coefficients": np.zeros((3, 4))},
        {"coefficients": np.zeros(15)},
        {"coefficients": np.zeros((3, 5), np.float32)},
        {"coefficients": np.full((3, 5), np.nan)},
        {"coefficients": np.array([None], dtype=object)},
        {"coefficients": "text"},
        {"intercept": np.zeros(2)},
        {"rarity": np.ones(3)},
        {"rarity": np.zeros(4)},
        {"rarity": np.zeros((2, 2))},
        {"words": np.frombuffer(b"city\ncity", np.uint8)},
        {"words": np.frombuffer(b"\xff\ncity", np.uint8)},
        {"labels": np.frombuffer(b"anti\npro\nneutral", np.uint8)},
        {"more": np.zeros(3)},
    ],
)
def test_parts_that_do_not_fit_are_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    load_model(saved(tmp_path / "whole.skops"))
    assert refused(saved(tmp_path / "m.skops", **changed)).startswith("not a stance classifier")


def test_a_file_that_unpacks_to_more_than_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 1000)
    assert "more than 1000 bytes" in refused(saved(tmp_path / "m.skops", words=np.zeros(1001, np.uint8)))


def test_a_member_that_promises_more_than_memory_is_refused(tmp_path: Path) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (3, 10**15)})
    whole = zipfile.ZipFile(saved(tmp_path / "whole.skops"))
    with zipfile.ZipFile(tmp_path / "m.skops", "w") as file:
        for name in whole.namelist():
            file.writestr(name, header.getvalue() if name.endswith(".npy") else whole.read(name))
    assert refused(tmp_path / "m.skops").startswith("not a stance classifier")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damaged_files_are_refused_or_read(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    whole = bytearray(saved(folder / "m.skops").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (folder / "m.skops").write_bytes(whole[: data.draw(st.integers(0, len(whole)) | st.just(len(whole)))])
    try:
        load_model(folder / "m.skops")
    except MissingArtifactError as error:
        assert error.what.startswith("not a stance classifier")
