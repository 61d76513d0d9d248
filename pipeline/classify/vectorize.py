"""Sentences as rows of weighted terms: what scikit-learn's vectorizers give (features.py), many times faster.

A sentence's row does not depend on the others: sums run over its own entries, in order of their columns.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from pipeline.classify.weights import LETTERS, Weights

REMEMBERED = 1 << 13  # distinct words whose fragments are kept
LONG = 40  # letters of a word whose fragments are not
WORD = re.compile(r"\w\w+")
COLUMN = np.dtype(np.intc)  # the type of packed columns


class Rows(NamedTuple):
    """A sparse matrix by its entries, sorted by row, then by column."""

    row: np.ndarray
    column: np.ndarray
    value: np.ndarray
    size: int  # how many rows

    def sums(self, value: np.ndarray) -> np.ndarray:
        """Add up a value of each entry by row, one after the other."""
        return np.bincount(self.row, weights=value, minlength=self.size)


class Vectorizer:
    """Knows the columns of the terms, and remembers those of the fragments of words it has met."""

    def __init__(self, weights: Weights) -> None:
        first_fragment = len(weights.words)
        first_fact = first_fragment + len(weights.fragments)
        self._words = {term: n for n, term in enumerate(weights.words)}
        self._fragments = {term: n for n, term in enumerate(weights.fragments, first_fragment)}
        self._facts = {term: n for n, term in enumerate(weights.facts, first_fact)}
        self._parts = np.array([first_fragment, first_fact])
        self._columns = first_fact + len(weights.facts)
        self._rarity = np.concatenate([weights.rarity, np.ones(len(weights.facts))])
        self._fact_weight = weights.fact_weight
        self._met: dict[str, bytes] = {}

    def rows(self, sentences: Sequence[tuple[str, Iterable[str]]]) -> Rows:
        """Weigh the terms of sentences, each given with its facts: sublinear counts by rarity, of unit length by part."""
        found = [self._columns_of(text, facts) for text, facts in sentences]
        sizes = [len(columns) // COLUMN.itemsize for columns in found]
        keys = np.repeat(np.arange(len(found)) * self._columns, sizes) + np.frombuffer(b"".join(found), COLUMN)
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(first, append=len(keys))
        row, column = np.divmod(keys[first], self._columns)
        value = (np.log(counts) + 1) * self._rarity[column]
        part = np.searchsorted(self._parts, column, side="right")
        group = row * (len(self._parts) + 1) + part
        value /= np.sqrt(np.bincount(group, weights=value * value))[group]
        value[part == len(self._parts)] = self._fact_weight  # a fact is there or not
        return Rows(row, column, value, len(found))

    def _columns_of(self, text: str, facts: Iterable[str]) -> bytes:
        """List the columns of all terms that are known, as often as they occur."""
        text = text.lower()
        words = WORD.findall(text)
        terms = [*map(self._words.get, words), *map(self._facts.get, facts)]
        terms += [self._words.get(f"{one} {other}") for one, other in pairwise(words)]
        met = self._met
        return b"".join([_packed(terms), *[met[word] if word in met else self._of_word(word) for word in text.split()]])

    def _of_word(self, word: str) -> bytes:
        found = _packed(map(self._fragments.get, fragments(word)))
        if len(word) <= LONG:
            if len(self._met) >= REMEMBERED:
                self._met.clear()
            self._met[word] = found
        return found


def _packed(columns: Iterable[int | None]) -> bytes:
    return array(COLUMN.char, [n for n in columns if n is not None]).tobytes()


def fragments(word: str) -> list[str]:
    """List the runs of letters of a word between blanks; one that is shorter than a run is its own last run."""
    padded = f" {word} "
    found: list[str] = []
    for size in range(LETTERS[0], LETTERS[1] + 1):
        found += [padded[n : n + size] for n in range(max(1, len(padded) - size + 1))]
        if len(padded) <= size:
            break
    return found
