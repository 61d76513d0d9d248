"""Keys cover all that results depend on: code, packages, parts that never run together."""

import sys
from collections.abc import Iterable
from pathlib import Path

import grimp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept.fingerprint import (
    LABEL_CODE,
    LABEL_PACKAGES,
    TEXT_CODE,
    TEXT_PACKAGES,
    code_of,
    hash_of,
    lasting_files,
    versions_of,
)

# Without values of their own: what they hold comes from params.yaml, which is in the keys, or only tells what goes on.
PLUMBING = {"errors", "extras", "params", "progress", "resources"}
# Reading what was put away; validation and settings; their versions cannot change what a rule or a model decides.
NEUTRAL = {"pydantic", "yaml", "typing_extensions"}
DISTRIBUTIONS = {"sklearn": "scikit-learn"}  # where a package is installed under another name than it is imported
COMPONENTS = {"entity_mender", "quote_finder", "sentence_starter", "speaker_linker"}
TEXT = {"analysis.analyser", "analysis.intake", "analysis.duplicates", *(f"components.{name}" for name in COMPONENTS)}
LABELS = {"analysis.labeller", "classify.model", "graph.linker"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("pipeline", include_external_packages=True, cache_dir=None)


def needed(graph: grimp.ImportGraph, modules: Iterable[str]) -> set[str]:
    roots = {f"pipeline.{name}" for name in modules}
    return roots.union(*(graph.find_upstream_modules(root) for root in roots))


@pytest.mark.parametrize(("modules", "code"), [(TEXT, TEXT_CODE), (LABELS, LABEL_CODE)])
def test_a_layers_code_covers_all_modules_that_it_runs(
    graph: grimp.ImportGraph, modules: set[str], code: tuple[str, ...]
) -> None:
    ours = {m.removeprefix("pipeline.") for m in needed(graph, modules) if m.startswith("pipeline.")} - PLUMBING
    listed = {part.removesuffix(".py") for part in code}
    assert {m for m in ours if m.split(".")[0] not in listed} == set()


@pytest.mark.parametrize(("modules", "packages"), [(TEXT, TEXT_PACKAGES), (LABELS, LABEL_PACKAGES)])
def test_a_layers_packages_cover_all_that_it_imports(
    graph: grimp.ImportGraph, modules: set[str], packages: tuple[str, ...]
) -> None:
    others = {DISTRIBUTIONS.get(m, m) for m in needed(graph, modules) if not m.startswith("pipeline")}
    assert others - set(sys.stdlib_module_names) - NEUTRAL - set(packages) == set()


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_two_lists_of_parts_never_meet(one: list[str], other: list[str]) -> None:
    assert (hash_of(*one) == hash_of(*other)) == (one == other)


def test_code_is_told_apart_by_file() -> None:
    assert code_of(("keys.py",)) != code_of(("nlp.py",))
    assert code_of(("keys.py", "nlp.py")) == code_of(("nlp.py", "keys.py"))


def test_files_that_come_and_go_are_passed_over(tmp_path: Path) -> None:
    """A compiled file has a name of its own while it is written, and was gone before another process could read it."""
    for name in (
        "a.py",
        "words.txt",
        "inner/b.py",
        ".words.txt.swp",
        ".a.py.part",
        "__pycache__/a.cpython-311.pyc.1234",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert set(lasting_files(tmp_path)) == {tmp_path / name for name in ("a.py", "words.txt", "inner/b.py")}


def test_versions_are_named_and_a_missing_package_too() -> None:
    assert versions_of(["no-such-package"]) == "no-such-package-unknown"
    assert versions_of(["numpy"]).startswith("numpy-2")
