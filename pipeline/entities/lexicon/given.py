"""Given names in US news."""

from functools import cache

from pipeline.text.lexicon import words


@cache
def given_names() -> frozenset[str]:
    """Give the first names of the text layer's list, capitalised."""
    return frozenset(name.capitalize() for name in words("names", "male") | words("names", "female"))
