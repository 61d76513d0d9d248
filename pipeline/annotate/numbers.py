"""Numbers of attributions that a tool left on its spans."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.annotate.json_input import whole
from pipeline.annotate.regions import NUMBER, Region
from pipeline.gold.corpus import ATTRIBUTION


class Numbers:
    """Keeps the numbers while spans become regions."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}

    def note(self, key: str, number: Any) -> None:
        """Keep a span's number; what is none is no matter, for relations say what belongs together."""
        if (known := whole(number)) is not None:
            self._of[key] = str(known)

    def put(self, regions: Sequence[Region]) -> list[Region]:
        """Give the regions with their numbers."""
        return [
            replace(r, fields={NUMBER: self._of[r.key]}) if r.label in ATTRIBUTION and r.key in self._of else r
            for r in regions
        ]
