"""The name under which an entity is counted: its fullest form in the article."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.entities.body_names import BodyNames
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page
from pipeline.entities.person_names import PersonNames
from pipeline.entities.states import UNITED_STATES, state_name


def canonical_names(page: Page, mentions: Sequence[Mention]) -> list[str]:
    """Name each mention by the fullest form of the same entity in the article; the rest keep their own text."""
    surfaces = [page.surface(m.start, m.end) for m in mentions]
    labelled = list(zip(mentions, surfaces, strict=True))
    people = PersonNames([s for m, s in labelled if m.label == "PERSON"])
    bodies = BodyNames({s for m, s in labelled if m.label in {"ORG", "LAW"}}, _introduced(page, mentions))
    places = {s for m, s in labelled if m.label == "GPE"}
    small = {s.upper(): s for s in sorted(places) if not s.isupper()}
    out: list[str] = []
    for m, surface in labelled:
        if m.label == "PERSON":
            out.append(people.full(surface))
        elif m.label in {"ORG", "LAW"}:
            out.append(bodies.full(surface))
        elif m.label == "GPE":
            out.append(_place(surface, places, small))
        else:
            out.append(surface)
    return out


def _introduced(page: Page, mentions: Sequence[Mention]) -> dict[str, str]:
    """Read "Long Form (LF)" off neighbouring mentions."""
    found: dict[str, str] = {}
    for long, short in pairwise(mentions):
        bracketed = (
            short.start == long.end + 1 and page.words[long.end] == "(" and page.word(short.end, short.start) == ")"
        )
        capitals = short.end - short.start == 1 and page.words[short.start].isupper()
        if bracketed and capitals and short.label == long.label:
            found.setdefault(page.words[short.start], page.surface(long.start, long.end))
    return found


def _place(surface: str, places: set[str], small: dict[str, str]) -> str:
    """Give one form for the United States, a state's full name for its short form, and small letters for capitals."""
    if surface in UNITED_STATES:
        return next(form for form in UNITED_STATES if form in places)
    if f"{surface} County" in places:
        return f"{surface} County"
    full = state_name(surface)
    if full in places:
        return full
    return small.get(surface, surface) if len(surface) > 3 else surface
