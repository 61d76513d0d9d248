"""What the text itself shows about title, authors, date and source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Block
from pipeline.text import bylines
from pipeline.text.captions import AGENCY as CREDIT_AGENCY
from pipeline.text.dates import find_date, is_date_line

BY = re.compile(r"(?:.{0,40}\b)?by:?\s+(?=\S)", re.IGNORECASE)
DROPPED = re.compile(
    r"\b(?:published|updated|posted|last|first|on|at|staff|writers?|special to .*|contributing|contributors?|reporters?"
    r"|correspondents?|columnists?|guest|editor|senior|national|political)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r",\s*|\s+and\s+|\s*[|/;•·—–]\s*|\s+&\s+|\s+with\s+|\s+for\s+|\s+in\s+")
STAMP = re.compile(r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
BRACKET = re.compile(r"\(([^()]{2,40})\)")
AGENCIES = {
    "AP": "Associated Press",
    "UPI": "United Press International",
    "AFP": "Agence France-Presse",
    "REUTERS": "Reuters",
}
AGENCY = re.compile(rf"{CREDIT_AGENCY}|[WK][A-Z]{{2,3}}(?:-TV)?")
ADDRESS = re.compile(r"\S+@\S+|@\w+|https?:\S+")


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
    top = blocks[:lead]
    title = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    lines = [text[b.start : b.end] for b in top if b.kind == "byline"]
    authors: list[str] = []
    source: str | None = None
    for line in lines:
        names, outlet = _read_byline(line)
        authors.extend(name for name in names if name not in authors)
        source = source or outlet
    published = next((found for line in lines if (found := find_date(line))), None)
    return Metadata(title, tuple(authors), published, source)


def _read_byline(line: str) -> tuple[list[str], str | None]:
    """Give the names and the outlet of one byline."""
    bracketed = BRACKET.search(line)
    if bracketed and not BY.match(line):
        return [], _outlet(bracketed.group(1))  # a dateline
    if is_date_line(line):
        return [], None
    names: list[str] = []
    source: str | None = None
    match = BY.match(line)
    bare = ADDRESS.sub(" ", line[match.end() :] if match else line)
    for part in SPLIT.split(bare):
        piece = part.strip(" .()")
        if outlet := _outlet(piece):
            source = source or outlet
            continue
        if STAMP.search(piece):
            piece = piece[: STAMP.search(piece).start()]  # type: ignore[union-attr]
        name = " ".join(DROPPED.sub(" ", piece).split()).strip(" ,.|") if not _is_person(piece) else piece
        if _is_person(name):
            names.append(_cased(name))
    return names, source


def _outlet(piece: str) -> str | None:
    """Give the outlet that a part of a byline names, with the best-known short forms written out."""
    bare = piece.strip().removeprefix("The ").strip()
    if bylines.is_post(piece) and not bylines.OUTLET.fullmatch(piece):
        words = [w for w in piece.split() if not bylines.ROLE_TAIL.fullmatch(w)]
        bare = " ".join(words)
        return AGENCIES.get(bare, bare) if bylines.OUTLET.fullmatch(bare) or AGENCY.fullmatch(bare) else None
    if bylines.OUTLET.fullmatch(piece) or AGENCY.fullmatch(bare):
        return AGENCIES.get(bare.upper() if bare.upper() in AGENCIES else bare, bare)
    return None


def _is_person(name: str) -> bool:
    return bylines.is_name(name) and "," not in name and " and " not in name


def _cased(name: str) -> str:
    """Write a name in capitals as names are written: "DANA HOLT" becomes "Dana Holt"."""
    return " ".join(w.capitalize() if len(w.strip(".")) > 1 else w for w in name.split()) if name.isupper() else name
