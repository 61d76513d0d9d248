"""Ids of things on the page."""

import re
from functools import lru_cache

UNSAFE = re.compile(r"[^A-Za-z0-9]")


@lru_cache(maxsize=1024)  # each is asked for by its own place and by the links to it
def anchor(record_id: str) -> str:
    """Give an id that is safe in HTML and in a URL's fragment."""
    return UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", record_id)
