"""A model file that argmap did not write is refused with a message; nothing in it is run, and memory is not filled."""

import io
import json
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer

from pipeline import cli
from pipeline.errors import InputError
from pipeline.graph.linker import load_linker
from pipeline.resources import shipped

Run = Callable[..., str]
ROOT = Path(__file__).resolve().parents[2]
GIGA = 1_000_000_000


class Evil:
    """Makes a file when it is unpickled."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> Any:
        return Path.touch, (self.canary,)


def foreign(text: str) -> str:
    """Stands for code of a stranger."""
    raise AssertionError(text)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "ran"


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], canary: Path) -> Run:
    """Run the command line; hold that it refuses in two lines, writes nothing and runs nothing; give what it says."""
    (tmp_path / "article.txt").write_text("Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n")

    def run(*options: object) -> str:
        words = ["argmap", "run", tmp_path / "article.txt", "--out", tmp_path / "out", *options]
        monkeypatch.setattr(sys, "argv", [str(word) for word in words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capfd.readouterr().err
        assert ended.value.code == 2
        assert "a fault of argmap itself" not in said
        assert "Traceback" not in said
        assert "\n  fix: " in said
        assert not canary.exists()
        assert not list((tmp_path / "out").glob("*.jsonl"))
        return said

    return run


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


def test_what_the_tests_hold_against_does_run(canary: Path) -> None:
    pickle.loads(pickle.dumps(Evil(canary)))  # noqa: S301 (to see that the canary sings)
    assert canary.exists()


def test_a_pickle_is_refused_and_not_loaded(tmp_path: Path, refused: Run, canary: Path) -> None:
    model = tmp_path / "evil.skops"
    model.write_bytes(pickle.dumps(Evil(canary)))
    assert f"{model}: not a stance classifier" in refused("--model", model)


@pytest.mark.parametrize("name", ["data.pkl", "schema.json", "columns.npy", "coef.npy", "archive/data.pkl"])
def test_a_pickle_in_an_archive_is_refused_and_not_loaded(
    name: str, tmp_path: Path, refused: Run, canary: Path
) -> None:
    refused("--model", archive(tmp_path / "evil.skops", {name: pickle.dumps(Evil(canary))}))


def test_an_array_of_objects_is_refused_and_not_loaded(tmp_path: Path, refused: Run, canary: Path) -> None:
    """In place of an array of a real model, and alone."""
    evil = io.BytesIO()
    np.save(evil, np.array([Evil(canary)], dtype=object), allow_pickle=True)
    with zipfile.ZipFile(shipped("models/stance.skops")) as real:
        members = {name: real.read(name) for name in real.namelist()}
    arrays = [name for name in members if name.endswith(".npy")]
    assert arrays
    for name in {arrays[0], arrays[-1]}:
        refused("--model", archive(tmp_path / "evil.skops", {**members, name: evil.getvalue()}))
    refused("--model", archive(tmp_path / "evil.skops", {"a.npy": evil.getvalue()}))


def test_types_that_skops_does_not_trust_are_refused(tmp_path: Path, refused: Run) -> None:
    pipeline = Pipeline([("features", FunctionTransformer(foreign)), ("classify", LogisticRegression())])
    model = tmp_path / "evil.skops"
    model.write_bytes(skops.io.dumps(pipeline))
    refused("--model", model)


def test_another_estimator_is_refused(tmp_path: Path, refused: Run) -> None:
    model = tmp_path / "other.skops"
    model.write_bytes(skops.io.dumps(LogisticRegression()))
    refused("--model", model)


@pytest.mark.parametrize("name", ["schema.json", "a.npy"])
def test_an_archive_that_unpacks_to_a_gigabyte_is_refused_unread(name: str, tmp_path: Path, refused: Run) -> None:
    model = tmp_path / "bomb.skops"
    block = bytes(1 << 20)
    with (
        zipfile.ZipFile(model, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out,
        out.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(GIGA // len(block)):
            member.write(block)
    assert model.stat().st_size < GIGA // 100
    assert "unpacks to more than" in refused("--model", model)


def test_an_array_whose_head_claims_a_petabyte_is_refused(tmp_path: Path, refused: Run) -> None:
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, {"descr": "<f8", "fortran_order": False, "shape": (GIGA, 125_000)})
    with zipfile.ZipFile(shipped("models/stance.skops")) as real:
        members = {name: real.read(name) for name in real.namelist()}
    arrays = {name: head.getvalue() for name in members if name.endswith(".npy")}
    refused("--model", archive(tmp_path / "bomb.skops", {**members, **arrays}))


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, refused: Run) -> None:
    model = tmp_path / "large.skops"
    with model.open("wb") as out:
        out.truncate(10 * GIGA)  # takes no room on the disk
    assert "it has more than" in refused("--model", model)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\x00" * 100, b"PK\x05\x06" + b"\x00" * 18, b"{}", b"\x93NUMPY\x01\x00"]
)
def test_a_file_of_another_kind_is_refused(data: bytes, tmp_path: Path, refused: Run) -> None:
    model = tmp_path / "odd.skops"
    model.write_bytes(data)
    assert "not a stance classifier" in refused("--model", model)


@pytest.mark.parametrize("schema", [{}, [], None, 3, {"__class__": "system", "__module__": "os", "__loader__": "ObjectNode"},
    {"__class__": "Pipeline", "__module__": "sklearn.pipeline", "__loader__": "NoSuchNode"}])  # fmt: skip
def test_a_schema_that_is_none_is_refused(schema: Any, tmp_path: Path, refused: Run) -> None:
    refused("--model", archive(tmp_path / "odd.skops", {"schema.json": json.dumps(schema).encode()}))


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "3", '"claim"', "{}", '{"claim": {}}', '{"claim": [], "target": {}}', '{"claim": {}, "target": {}, "x": {}}',
        '{"claim": {"a": "b"}, "target": {}}', '{"claim": {"a": "1"}, "target": {}}', '{"claim": {"a": true}, "target": {}}',
        '{"claim": {"a": null}, "target": {}}', '{"claim": {"a": [1]}, "target": {}}', '{"claim": {"a": NaN}, "target": {}}',
        '{"claim": {}, "target": {"a": Infinity}}', '{"claim": {"a": 1e999}, "target": {}}', '{"claim": {"a": 1e300}, "target": {}}',
        "[" * 100_000, '{"claim": {"__class__": {"__reduce__": 1}}, "target": {}}',
    ],
)  # fmt: skip
def test_a_linker_of_wrong_types_is_refused(text: str, tmp_path: Path) -> None:
    linker = tmp_path / "linker.json"
    linker.write_text(text)
    with pytest.raises(InputError, match="not a linker"):
        load_linker(linker)


def test_the_command_line_says_what_is_wrong_with_a_linker(tmp_path: Path, refused: Run) -> None:
    linker = tmp_path / "linker.json"
    linker.write_text('{"claim": {"a": "b"}, "target": {}}')
    assert f"{linker}: not a linker: claim.a: " in refused("--linker", linker)


def test_a_linker_that_is_a_pickle_is_refused_and_not_loaded(tmp_path: Path, refused: Run, canary: Path) -> None:
    linker = tmp_path / "linker.json"
    linker.write_bytes(pickle.dumps(Evil(canary)))
    assert "not a linker" in refused("--linker", linker)


def test_the_real_command_line_says_the_same(tmp_path: Path, canary: Path) -> None:
    (tmp_path / "evil.skops").write_bytes(pickle.dumps(Evil(canary)))
    words = [
        sys.executable,
        "-c",
        "from pipeline.cli import main; main()",
        "run",
        str(ROOT / "seeds"),
        "--model",
        str(tmp_path / "evil.skops"),
    ]
    done = subprocess.run([*words, "--out", str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a stance classifier" in done.stderr
    assert not canary.exists()
