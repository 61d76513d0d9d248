"""What is built: all that the package needs, nothing else, and the same bytes each time."""

import email
import subprocess
import tarfile
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from installed import ROOT, build

from pipeline.version import __version__

# Folders of the wheel and the endings of what is in them besides Python.
DATA = {".css", ".html", ".js", ".json", ".skops", ".sql", ".toml", ".tsv", ".txt", ".typed", ".yaml"}
NAME = f"argmap-{__version__}"


@pytest.fixture(scope="module")
def wheel(dist: dict[str, Path]) -> dict[str, bytes]:
    with zipfile.ZipFile(dist[".whl"]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Message:
    return email.message_from_bytes(wheel[f"{NAME}.dist-info/METADATA"])


def tracked(*paths: str) -> dict[str, bytes]:
    """Give the files that belong to the project, whatever else lies in the checkout."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *paths], cwd=ROOT, capture_output=True, check=True
    )
    return {name: (ROOT / name).read_bytes() for name in names.stdout.decode().splitlines() if (ROOT / name).is_file()}


def test_the_wheel_holds_the_code_its_data_and_nothing_else(wheel: dict[str, bytes]) -> None:
    resources = {f"pipeline/resources/{name}": data for name, data in tracked("models", "params.yaml").items()}
    about = {name for name in wheel if name.startswith(f"{NAME}.dist-info/")}
    assert {name: data for name, data in wheel.items() if name not in about} == {**tracked("pipeline"), **resources}
    stray = {name for name in wheel if Path(name).suffix not in {*DATA, ".py"} - {".md"}} - about
    assert stray == {"pipeline/resources/models/README.md"}


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(wheel: dict[str, bytes], metadata: Message) -> None:
    assert "pipeline/py.typed" in wheel
    assert f"{NAME}.dist-info/licenses/LICENSE" in wheel
    assert (metadata["Name"], metadata["Version"], metadata["License-Expression"]) == ("argmap", __version__, "MIT")
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])


def test_every_requirement_has_a_bound_below_and_above(metadata: Message) -> None:
    wanted = [str(line) for line in metadata.get_all("Requires-Dist", []) if "extra == 'dev'" not in str(line)]
    assert len(wanted) > 15
    assert [line for line in wanted if not ("==" in line.split(";")[0] or (">=" in line and "<" in line))] == []


def test_every_bound_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    part = text[text.index("\ndependencies = [") : text.index("\ndev = [")]
    bounds = [line for line in part.splitlines() if line.startswith('    "')]
    assert len(bounds) > 20
    assert [line for line in bounds if "  # " not in line] == []


def test_two_builds_are_the_same_bytes(dist: dict[str, Path], tmp_path: Path) -> None:
    again = build(ROOT, tmp_path)
    for suffix, path in dist.items():
        assert again[suffix].read_bytes() == path.read_bytes()


def test_the_source_distribution_makes_the_same_wheel(dist: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(dist[".gz"]) as archive:
        archive.extractall(tmp_path, filter="data")
    again = build(tmp_path / NAME, tmp_path / "dist")
    assert again[".whl"].read_bytes() == dist[".whl"].read_bytes()


def test_the_source_distribution_holds_no_articles_of_others(dist: dict[str, Path]) -> None:
    with tarfile.open(dist[".gz"]) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}
    assert tops == {
        "pipeline", "models", "params.yaml", "pyproject.toml", "requirements.lock", "README.md", "LICENSE", "PKG-INFO",
        "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ".gitignore",
    }  # fmt: skip
