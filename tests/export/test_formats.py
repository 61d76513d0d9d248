"""Every format is registered, described and needs its packages only when it is used."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pipeline.export
from pipeline.export.formats import MAPS, TABLES, listing


def test_every_module_of_a_format_is_registered() -> None:
    names = [path.stem for path in Path(str(pipeline.export.__file__)).parent.glob("*.py") if path.stem != "__init__"]
    formats = [name for name in names if hasattr(import_module(f"pipeline.export.{name}"), "ABOUT")]
    assert {name.replace("_", "-") for name in formats} == {*MAPS, *TABLES}


def test_each_format_is_described_in_a_line() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines] == [*MAPS, *TABLES]
    assert all(len(line) < 120 for line in lines)


def test_heavy_packages_load_only_when_they_are_used() -> None:
    heavy = {"pandas", "networkx", "pyarrow"}
    script = f"import sys, pipeline, pipeline.cli, pipeline.export.formats; print({heavy!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
