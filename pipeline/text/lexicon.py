"""Word lists and patterns of this package, kept as TOML in `lexicon/` so that they can be read and extended.

A list of words is a string parted by white space, a list of phrases or patterns a string of lines.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table(name: str) -> dict[str, str]:
    text = files("pipeline.text").joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words(file: str, key: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(_table(file)[key].split())


def phrases(file: str, key: str) -> frozenset[str]:
    """Give the lines of a list, each one a phrase; `|` parts several on a line."""
    return frozenset(part.strip() for line in _lines(file, key) for part in line.split("|"))


def pattern(file: str, key: str, *, ignore_case: bool = False, **parts: str) -> re.Pattern[str]:
    """Compile the lines of a list as alternatives; `<name>` stands for the text of `parts[name]`."""
    joined = "|".join(_lines(file, key))
    for name, text in parts.items():
        joined = joined.replace(f"<{name}>", text)
    return re.compile(f"(?:{joined})", re.IGNORECASE if ignore_case else 0)


def alternatives(file: str, key: str) -> str:
    """Give the lines of a list as the text of one group of alternatives."""
    return f"(?:{'|'.join(_lines(file, key))})"


def _lines(file: str, key: str) -> list[str]:
    return [line.strip() for line in _table(file)[key].splitlines() if line.strip()]
