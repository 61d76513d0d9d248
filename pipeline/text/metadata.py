"""What the text itself shows about title, authors, date and source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Block
from pipeline.text import bylines
from pipeline.text.abbreviations import TITLES
from pipeline.text.captions import AGENCY
from pipeline.text.dates import find_date, is_date_line

# White space and words are tried from their first character alone; else a long run would take quadratic time.
AFTER_NAMES = re.compile(r"(?:(?<!\s)\s+)?[|/;•·—–]\s*|(?:,|(?<!\s))\s+(?:for|in|with|at|special to)\s+", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r",\s*(?:and\s+)?|(?<!\s)\s+(?:and|&)\s+")
STAMP = re.compile(
    r"\s(?:(?:updated|published|posted)\b|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d)",
    re.I,
)
BRACKET = re.compile(r"\(([^()]{2,40})\)")
ADDRESS = re.compile(r"(?<!\S)\S+@\S+|@\w+|https?:\S+")
KNOWN = re.compile(rf"{AGENCY}|[WK][A-Z]{{2,3}}(?:-TV)?")
PHOTO_SERVICES = frozenset({"File", "Staff", "Pool", "Flickr", "Facebook", "Twitter", "Instagram", "YouTube"})
SHORT_FORMS = {
    "AP": "Associated Press",
    "UPI": "United Press International",
    "AFP": "Agence France-Presse",
    "REUTERS": "Reuters",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None or empty where the text does not show it."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None  # YYYY-MM-DD
    source: str | None


def find_metadata(text: str, blocks: Sequence[Block]) -> Metadata:
    """Read title, authors, date and source off the headline and the bylines above the prose.

    A date or an outlet in the page's furniture is not the article's own, so it is left out.
    """
    lead = next((i for i, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    title = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    lines = [text[b.start : b.end] for b in blocks[:lead] if b.kind == "byline"]
    authors: list[str] = []
    source: str | None = None
    for line in lines:
        names, outlet = _read_byline(line)
        authors.extend(name for name in names if name not in authors)
        source = source or outlet
    published = next((found for line in lines if (found := find_date(line))), None)
    return Metadata(title, tuple(authors), published, source)


def _read_byline(line: str) -> tuple[list[str], str | None]:
    """Give the names and the outlet of one byline or dateline."""
    if is_date_line(line):
        return [], None
    by = bylines.BY.match(line) or bylines.BY.search(line)
    bracketed = BRACKET.search(line)
    if bracketed and not by:
        return [], outlet_of(bracketed.group(1))
    bare = ADDRESS.sub(" ", line[by.end() :] if by else line)
    if stamp := STAMP.search(bare):
        bare = bare[: stamp.start()]
    segments = [segment for segment in AFTER_NAMES.split(bare) if segment.strip()]
    pieces = [piece.strip(" .()") for piece in BETWEEN_NAMES.split(segments[0])] if segments else []
    sources = [found for piece in [*pieces, *segments] if (found := outlet_of(piece.strip(" .()")))]
    joined = re.search(r"\s(?:and|&)\s", segments[0]) if segments else None
    names: list[str] = []
    for piece in pieces:
        name = _without_title(piece)
        if outlet_of(piece) is None and not bylines.is_post(piece) and bylines.is_name(name):
            names.append(_cased(name))
        if not joined:
            break  # what follows the comma is a post or an outlet
    return names, sources[0] if sources else None


def outlet_of(piece: str) -> str | None:
    """Give the outlet that a part of a byline names, known short forms written out; None if it is none."""
    bare = piece.removeprefix("The ").strip()
    words = bare.split()
    while words and bylines.POST.fullmatch(words[-1]):
        words.pop()
    name = " ".join(words)
    if name in PHOTO_SERVICES or not (bylines.OUTLET.fullmatch(name) or KNOWN.fullmatch(name)):
        return None
    return SHORT_FORMS.get(name, name)


def _without_title(name: str) -> str:
    found = name.split()
    while len(found) > 2 and found[0].rstrip(".") in TITLES | {"Del", "The"}:
        found = found[1:]
    return " ".join(found)


def _cased(name: str) -> str:
    """Write a name in capitals as names are written: "DANA HOLT-REYES" becomes "Dana Holt-Reyes"."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
