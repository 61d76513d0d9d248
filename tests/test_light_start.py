"""Analysing a text loads none of the libraries that training, tables, web pages or exports need."""

import subprocess
import sys

HEAVY = ["joblib", "networkx", "pandas", "pyarrow", "scipy", "skops", "sklearn", "trafilatura"]
CODE = f"""
import sys
import pipeline.run
from pipeline import load
assert load()("Mayor Ana Ruiz said the sanctuary rule keeps families safe.").speakers
print(*(name for name in {HEAVY} if name in sys.modules))
"""


def test_no_heavy_library_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
