"""Full names of the bodies and laws of an article."""

from collections.abc import Collection, Mapping

from pipeline.entities.lexicon import words

_SMALL = frozenset({"of", "for", "and", "the", "on", "&", "to", "in", "at", "'s", "’s", "'", "’"})
_NATION = frozenset({"U.S.", "US", "United", "States"})
# Departments whose long forms do not spell their initials
_LONG_FORMS = {
    "DOJ": ("Department of Justice", "Justice Department", "Justice"),
    "DHS": ("Department of Homeland Security", "Homeland Security Department", "Homeland Security"),
    "HHS": ("Department of Health and Human Services", "Health and Human Services"),
    "USCIS": ("Citizenship and Immigration Services",),
}
_MIN_BEGINNING = 3  # words: "American Civil ..." begins many names


class BodyNames:
    """The bodies of one article.

    An acronym stands for the long form that introduced it, or for the one with its initials. A part of a longer
    name stands for it if it belongs to one name only: "Supreme Court" is nobody's beside two longer ones.
    """

    def __init__(self, surfaces: Collection[str], introduced: Mapping[str, str]) -> None:
        self._acronyms = dict(introduced)
        self._parts: dict[tuple[str, ...], list[str]] = {}
        self._known: dict[str, str] = {}
        for name in sorted(surfaces, key=lambda s: (s.isupper(), -len(s), s)):
            for acronym in _acronyms(name):
                self._acronyms.setdefault(acronym, name)
            parts = _words(name)
            for size in range(1, len(parts)):
                self._parts.setdefault(parts[-size:], []).append(name)
                if size >= _MIN_BEGINNING:
                    self._parts.setdefault(parts[:size], []).append(name)

    def full(self, surface: str) -> str:
        """Give the full name behind a mention."""
        if surface not in self._known:
            self._known[surface] = self._find(surface)
        return self._known[surface]

    def _find(self, surface: str) -> str:
        name = surface
        if surface.isupper() and " " not in surface:
            name = self._acronyms.get(surface, surface)
        parts = _words(name)
        if len(parts) < 2 and name not in words("media_alone"):
            return name
        fuller = self._parts.get(parts, [])  # the longest comes first
        if not fuller:
            return name
        whole = _words(fuller[0])
        return fuller[0] if all(_inside(_words(other), whole) for other in fuller[1:]) else name


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return part in (whole[-len(part) :], whole[: len(part)])


def _words(name: str) -> tuple[str, ...]:
    """List the words of a name; "Justice Department" reads as "Department of Justice", "US" as "U.S."."""
    parts = ["U.S." if part == "US" else part for part in name.split()]
    if len(parts) > 1 and parts[-1] in {"Department", "Dept."}:
        nation = parts[:1] if parts[0] in _NATION else []
        parts = [*nation, "Department", "of", *parts[len(nation) : -1]]
    return tuple(parts)


def _acronyms(name: str) -> list[str]:
    """Give the short forms a long form may have, with and without the nation."""
    parts = [part for part in name.replace("-", " ").split() if part not in _SMALL]
    if len(parts) < 2:
        return []
    home = [part for part in parts if part not in _NATION]
    letters, homely = "".join(p[0] for p in parts), "".join(p[0] for p in home)
    listed = [short for short, longs in _LONG_FORMS.items() if name.endswith(longs)]
    return [short for short in (letters, homely, "US" + homely) if len(short) > 1] + listed
