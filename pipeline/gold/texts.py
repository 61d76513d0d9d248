"""Texts of annotated articles."""

from collections.abc import Iterable
from pathlib import Path


def texts_of(folder: Path, texts: Path, articles: Iterable[str]) -> dict[str, str]:
    """Read the texts by article id; one that is gone is left out."""
    found: dict[str, str] = {}
    for article in articles:
        places = (folder / "articles" / f"{article}.txt", texts / f"{article}.txt")
        if path := next((p for p in places if p.exists()), None):
            found[article] = path.read_bytes().decode("utf-8-sig")
    return found
