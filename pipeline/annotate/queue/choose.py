"""Choose what to label next: the most valuable sentences, not many of an article, none like another."""

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from pipeline.annotate.queue.value import Valued

FEW = 5  # sentences of an article, where there are articles enough
ROOM = 2  # times as many as fall to an article, where there are not
BEST = 10  # sentences that speak for their article
ALIKE = 0.6  # share of words in common from which two sentences say the same


def choose_sentences(valued: Sequence[Valued], count: int) -> list[Valued]:
    """Choose `count` sentences, the most valuable first; fewer where there are not so many unlike ones.

    Each of the model's labels has a third of the places, as far as it goes: without that a model which sees little
    else than neutral would only be shown more of it.
    """
    articles = len({v.candidate.article for v in valued})
    most = max(FEW, ceil(ROOM * count / articles)) if articles else FEW
    order = sorted(valued, key=_place)
    picked = _Picked(most)
    third = ceil(count / 3)
    for label in ("pro", "anti", "neutral"):
        picked.take([v for v in order if v.label == label], third)
    picked.take(order, count - len(picked.chosen))
    return sorted(picked.chosen, key=_place)[:count]


def choose_articles(valued: Sequence[Valued], count: int) -> list[Valued]:
    """Choose all sentences of `count` articles whose most valuable sentences are worth most; no article like another."""
    articles: dict[str, list[Valued]] = {}
    for v in valued:
        articles.setdefault(v.candidate.article, []).append(v)
    worth = {a: sum(sorted((v.value for v in members), reverse=True)[:BEST]) for a, members in articles.items()}
    chosen: dict[str, frozenset[str]] = {}
    for article in sorted(articles, key=lambda a: (-worth[a], a)):
        words = frozenset().union(*(words_of(v.candidate.text) for v in articles[article]))
        if len(chosen) < count and not any(_alike(words, other) for other in chosen.values()):
            chosen[article] = words
    return [v for article in chosen for v in articles[article]]


def _place(valued: Valued) -> tuple[float, str, int]:
    return -valued.value, valued.candidate.article, valued.candidate.start


class _Picked:
    """What is chosen so far."""

    def __init__(self, most_of_an_article: int) -> None:
        self.most = most_of_an_article
        self.chosen: list[Valued] = []
        self._articles: Counter[str] = Counter()
        self._words: list[frozenset[str]] = []

    def take(self, order: Sequence[Valued], count: int) -> None:
        """Take the first `count` that are like none taken before."""
        for valued in order:
            if count <= 0:
                return
            article, words = valued.candidate.article, words_of(valued.candidate.text)
            if self._articles[article] < self.most and not any(_alike(words, other) for other in self._words):
                self.chosen.append(valued)
                self._articles[article] += 1
                self._words.append(words)
                count -= 1


def words_of(text: str) -> frozenset[str]:
    """Give the words of a sentence, small letters."""
    return frozenset(re.findall(r"\w+", text.lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
