"""Groups of patterns by name, as frames and reasons use them."""

import re
from collections.abc import Mapping

MAX_CHARS = 2000  # of a sentence; what follows is not read


def compiled(groups: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Compile alternatives that stand as whole words, whatever their case."""
    return {name: re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE) for name, pattern in groups.items()}
