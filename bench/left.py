"""What a measurement leaves for bench/results.py: figures by name in bench/out."""

import json
from collections.abc import Mapping
from pathlib import Path

OUT = Path(__file__).resolve().parent / "out"


def leave(name: str, figures: Mapping[str, float]) -> None:
    """Write the figures that bench/results.tsv names with `name.` before them."""
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
