"""The name under which an entity is counted: its fullest form in the article."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page
from pipeline.entities.states import UNITED_STATES, state_name

_SMALL = frozenset({"of", "for", "and", "the", "on", "&", "to", "in", "'s", "’s", "'", "’", "-"})
_NATION = frozenset({"U.S.", "US", "United States"})
# Departments that go by two long forms, neither of which spells the other's initials
_SHORT = {
    "DOJ": ("Department of Justice", "Justice Department"),
    "DHS": ("Department of Homeland Security", "Homeland Security"),
    "HHS": ("Department of Health and Human Services",),
    "USCIS": ("Citizenship and Immigration Services",),
}


def canonical_names(page: Page, mentions: Sequence[Mention]) -> list[str]:
    """Name each mention by the fullest form of the same entity in the article."""
    surfaces = [page.surface(m.start, m.end) for m in mentions]
    people = _people(m_s for m_s in zip(mentions, surfaces, strict=True))
    bodies = sorted({s for m, s in zip(mentions, surfaces, strict=True) if m.label in {"ORG", "LAW"}}, key=_fullness)
    spoken = {s for m, s in zip(mentions, surfaces, strict=True) if m.label == "GPE"}
    short = _introduced(page, mentions)
    out: list[str] = []
    named: dict[str, str] = {}  # the surname's bearer named last
    for m, surface in zip(mentions, surfaces, strict=True):
        if m.label == "PERSON":
            out.append(_person(surface, people, named))
        elif m.label in {"ORG", "LAW"}:
            out.append(_body(surface, bodies, short))
        elif m.label == "GPE":
            out.append(_place(surface, spoken))
        else:
            out.append(surface)
    return out


def _fullness(name: str) -> tuple[int, str]:
    return (-len(name), name)


def _people(named: Iterable[tuple[Mention, str]]) -> list[tuple[str, ...]]:
    found = {tuple(surface.split()) for m, surface in named if m.label == "PERSON"}
    return sorted((name for name in found if len(name) > 1), key=lambda name: (-len(name), -len("".join(name)), name))


def _bare(name: Sequence[str]) -> list[str]:
    parts = [part.strip(",").casefold() for part in name]
    while len(parts) > 1 and parts[-1] in {"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"}:
        parts.pop()
    return parts


def _person(surface: str, people: list[tuple[str, ...]], named: dict[str, str]) -> str:
    """Take the fullest name with the same first and last parts, or, for one part alone, the bearer named last."""
    parts = _bare(surface.split())
    if len(parts) > 1:
        full = next((n for n in people if (_bare(n)[0], _bare(n)[-1]) == (parts[0], parts[-1])), tuple(surface.split()))
        name = " ".join(full)
        named[parts[-1]] = named[parts[0]] = name
        return name
    if parts[0] in named:
        return named[parts[0]]
    for at in (-1, 0):  # a surname before a given name
        for full in people:
            if _bare(full)[at] == parts[0]:
                return " ".join(full)
    return surface


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


def _body(surface: str, bodies: list[str], short: dict[str, str]) -> str:
    """Spell out an acronym, then complete a part of a longer name if only one name has that part."""
    name = short.get(surface, surface)
    if name == surface and surface.isupper() and 2 <= len(surface) <= 6:
        name = next((b for b in bodies if _initials(b, surface)), surface)
    wanted = _body_words(name)
    if len(wanted) < 2 and surface not in words("media_alone"):
        return name
    fuller = [b for b in bodies if _part_of(wanted, _body_words(b))]
    whole = [b for b in fuller if not any(_part_of(_body_words(b), _body_words(c)) for c in fuller if c != b)]
    return whole[0] if len(whole) == 1 else name


def _body_words(name: str) -> list[str]:
    """List the words of a name; "Justice Department" reads as "Department of Justice", "US" as "U.S."."""
    parts = name.replace("US ", "U.S. ").split()
    for head in ("Department", "Dept."):
        if len(parts) > 1 and parts[-1] == head:
            nation = parts[:1] if parts[0] in _NATION else []
            return [*nation, "Department", "of", *parts[len(nation) : -1]]
    return parts


def _part_of(part: list[str], whole: list[str]) -> bool:
    """Tell whether a longer name begins or ends with the part."""
    if len(part) >= len(whole):
        return False
    # Two words that begin a name ("American Civil ...") begin many; two that end one ("Police Department") are its head.
    begins, ends = whole[: len(part)] == part, whole[-len(part) :] == part
    return ends or (begins and len(part) > 2)


def _initials(name: str, acronym: str) -> bool:
    if name in _SHORT.get(acronym, ()) or any(name.endswith(long) for long in _SHORT.get(acronym, ())):
        return True
    parts = [p for p in name.replace("-", " ").split() if p not in _SMALL]
    letters = "".join(p[0] for p in parts)
    nationless = "".join(p[0] for p in parts if p not in _NATION)
    return len(parts) > 1 and acronym in {letters, nationless, "US" + nationless}


def _place(surface: str, spoken: set[str]) -> str:
    """Give one form for the United States, a state's full name for its short form, and small letters for capitals."""
    if surface in UNITED_STATES:
        return next(form for form in UNITED_STATES if form in spoken)
    full = state_name(surface)
    if full in spoken:
        return full
    if surface.isupper() and len(surface) > 3:
        return next((form for form in sorted(spoken) if form.upper() == surface and form != surface), surface)
    return surface
