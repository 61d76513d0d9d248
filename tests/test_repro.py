"""The same bytes from the stages and from a run, under other hash seeds, thread counts and CPU kernels; the real DVC."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
FILES = [
    f"{n}.jsonl"
    for n in (
        *("articles", "sentences", "entities", "quotes", "speakers", "stances", "maps"),
        *("claims", "actors", "outlets", "failures"),
    )
]


def call(*words: object, cwd: Path = ROOT, variables: dict[str, str] | None = None) -> str:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **(variables or {})}
    done = subprocess.run(list(map(str, words)), cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in [*FILES, "report.html"]}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("reference")
    call("argmap", "run", "seeds", "--out", out, variables={"PYTHONHASHSEED": "1"})
    return digests(out)


def test_stages_write_the_same_bytes_as_a_run(reference: dict[str, str], tmp_path: Path) -> None:
    call("argmap", "clean", "seeds", "--out", tmp_path)
    for stage in ("sentences", "entities", "quotes", "stance", "maps", "corpus", "report"):
        call("argmap", stage, "--out", tmp_path)
    assert digests(tmp_path) == reference


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "2", "OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"},
        {"PYTHONHASHSEED": "3", "OMP_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Haswell"},
    ],
)
def test_bytes_do_not_depend_on_the_machine(
    reference: dict[str, str], tmp_path: Path, variables: dict[str, str]
) -> None:
    call("argmap", "run", "seeds", "--out", tmp_path, variables=variables)
    assert digests(tmp_path) == reference


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A copy of the project with a handful of annotated articles, so that training takes seconds."""
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "outputs", "tmp", "cache", "__pycache__", ".*_cache", ".hypothesis"
    )
    shutil.copytree(ROOT, project, ignore=ignored)
    cards = (project / "annotations" / "articles.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    train = [c for c in cards if '"train"' in c][:12]
    (project / "annotations" / "articles.jsonl").write_text(
        "".join([*train, *(c for c in cards if '"test"' in c)]), encoding="utf-8"
    )
    params = project / "params.yaml"
    params.write_text(
        params.read_text().replace("  folds: 5", "  folds: 2").replace("bootstrap: 1000", "bootstrap: 20")
    )
    call("git", "init", "-q", cwd=project)
    call("git", "add", "-A", cwd=project)
    call("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "start", cwd=project)
    return project


def stages_run(project: Path) -> set[str]:
    """Run `dvc repro` on the code and files of a project; give the stages that ran."""
    said = call("dvc", "repro", cwd=project, variables={"PYTHONPATH": str(project)})
    return {line.split("'")[1] for line in said.splitlines() if line.startswith("Running stage")}


def test_dvc_runs_all_stages_once_and_then_only_what_a_change_touches(small_project: Path) -> None:
    assert len(stages_run(small_project)) == 11
    model = (small_project / "models" / "stance.skops").read_bytes()
    call("git", "add", "-A", cwd=small_project)
    call("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "run", cwd=small_project)
    for folder in ("pipeline/text", "pipeline/records"):  # as Python leaves them where it may write
        (small_project / folder / "__pycache__").mkdir(exist_ok=True)
        (small_project / folder / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"x")
    assert stages_run(small_project) == set()
    assert call("git", "status", "--porcelain", cwd=small_project) == ""

    rows = sorted((small_project / "annotations" / "adjudicated").glob("*-0*.jsonl"))[0]
    rows.write_text(
        rows.read_text(encoding="utf-8").replace('"stance": "neutral"', '"stance": "pro"', 3), encoding="utf-8"
    )
    assert stages_run(small_project) == {"train", "evaluate", "stance", "maps", "corpus", "report"}
    assert (small_project / "models" / "stance.skops").read_bytes() != model

    template = small_project / "pipeline" / "report" / "templates" / "legend.html"
    template.write_text(template.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert stages_run(small_project) == {"code", "report"}
    reading = sorted((small_project / "annotations" / "reader1").glob("*.jsonl"))[0]
    reading.write_text(reading.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert stages_run(small_project) == {"train", "evaluate"}
