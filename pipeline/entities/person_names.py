"""Full names of the persons of an article."""

from collections.abc import Iterable, Sequence

from pipeline.entities.lexicon import words


class PersonNames:
    """The persons of one article, asked for in the order of their mentions.

    "Donald Trump" and "Donald J. Trump" are one by their first and last parts; a part alone means the bearer named
    last before it, or, before any is named, the one with the fullest name.
    """

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._by_ends: dict[tuple[str, str], str] = {}
        self._by_last: dict[str, str] = {}
        self._by_first: dict[str, str] = {}
        self._named: dict[str, str] = {}
        full = {s for s in surfaces if len(s.split()) > 1}
        for name in sorted(full, key=lambda s: (s.isupper(), -len(s.split()), -len(s), s)):
            parts = _parts(name)
            self._by_ends.setdefault((parts[0], parts[-1]), name)
            self._by_last.setdefault(parts[-1], name)
            self._by_first.setdefault(parts[0], name)

    def full(self, surface: str) -> str:
        """Give the full name behind a mention; the mention itself where the article has no fuller one."""
        parts = _parts(surface)
        if len(parts) > 1:
            name = self._by_ends.get((parts[0], parts[-1]), surface)
            self._named[parts[-1]] = self._named[parts[0]] = name
            return name
        part = parts[0]
        return self._named.get(part) or self._by_last.get(part) or self._by_first.get(part) or surface


def _parts(name: str) -> Sequence[str]:
    parts = [part.strip(",") for part in name.split()]
    while len(parts) > 1 and parts[-1] in words("initialled"):
        parts.pop()
    return [part.casefold() for part in parts]
