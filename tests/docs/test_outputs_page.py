"""docs/outputs.md says what the record types say."""

import runpy
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_reference_of_the_outputs_is_that_of_the_records() -> None:
    text = (DOCS / "outputs.md").read_text(encoding="utf-8")
    renewed = runpy.run_path(str(DOCS / "make_outputs.py"))["renewed"]
    assert renewed(text) == text, "run `python docs/make_outputs.py`"
