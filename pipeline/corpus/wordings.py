"""Find many wordings at once: each word of a text is looked up for the wordings that begin with it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

Wording = tuple[str, ...]  # words in a row; one that ends in * is the beginning of words
Begun = tuple[frozenset[int], tuple[tuple[int, Wording], ...]]  # whole with this word; with the words that must follow
KNOWN_WORDS = 2_048  # kept at most, so that memory does not grow with the texts


class Wordings:
    """A numbered set of wordings."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._numbers = {wording: number for number, wording in enumerate(sorted(set(wordings)))}
        self._by_first: dict[str, list[Wording]] = {}
        for wording in self._numbers:
            self._by_first.setdefault(wording[0], []).append(wording)
        self._begun_by = lru_cache(KNOWN_WORDS)(self._find_begun_by)

    def number(self, wording: Wording) -> int:
        """Give the number of a wording of the set."""
        return self._numbers[wording]

    def found_in(self, words: Sequence[str]) -> set[int]:
        """Give the numbers of the wordings that occur among these words."""
        seen: set[int] = set()
        for at, word in enumerate(words):
            whole, longer = self._begun_by(word)
            seen |= whole
            for number, rest in longer:
                after = words[at + 1 : at + 1 + len(rest)]
                if len(after) == len(rest) and all(map(_fits, after, rest)):
                    seen.add(number)
        return seen

    def _find_begun_by(self, word: str) -> Begun:
        firsts = [word, *(f"{word[:size]}*" for size in range(1, len(word) + 1))]
        found = [wording for first in firsts for wording in self._by_first.get(first, ())]
        whole = frozenset(self._numbers[w] for w in found if len(w) == 1)
        return whole, tuple((self._numbers[w], w[1:]) for w in found if len(w) > 1)


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
