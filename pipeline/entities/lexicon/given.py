"""Given names in US news."""

from functools import cache
from importlib.resources import files


@cache
def given_names() -> frozenset[str]:
    """Read the given names that the speakers' word list keeps with their gender, capitalised."""
    lines = files("pipeline.speakers").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    found = (line.partition(": ")[2].split() for line in lines if line.startswith(("male_names", "female_names")))
    return frozenset(name.capitalize() for names in found for name in names)
