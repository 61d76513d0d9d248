"""The annotated corpus: its files are sound, and no training sentence stands in two articles."""

import math
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.check import check_folder
from pipeline.classify.phrases import PHRASES, read_phrases
from pipeline.gold.corpus import read_cards, read_split

ROOT = Path(__file__).resolve().parents[1]
FOLDER, SEEDS = ROOT / "annotations", ROOT / "seeds"
GRAM = 4  # words of a shingle
SHORTEST = 8  # words of a sentence that is worth comparing
NEAR = 0.8  # Jaccard of the shingles from which two sentences are copies
Shingles = frozenset[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    words = [w for w in ("".join(c for c in word if c.isalnum()) for word in text.lower().split()) if w]
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def near_copies(sentences: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """List pairs of near-equal sentences of different articles, given as (article, text).

    Two sets with a Jaccard of at least NEAR share an element among the first (1 - NEAR) of each when both are sorted
    rarest first (prefix filtering: Chaudhuri et al. 2006), so only these are looked up.
    """
    sets = [shingles(text) for _, text in sentences]
    often: dict[tuple[str, ...], int] = defaultdict(int)
    for found in sets:
        for gram in found:
            often[gram] += 1
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    pairs = []
    for n, found in enumerate(sets):
        ranked = sorted(found, key=lambda gram: (often[gram], gram))
        prefix = ranked[: len(ranked) - math.ceil(NEAR * len(ranked)) + 1]
        for other in sorted({m for gram in prefix for m in index[gram]}):
            both = len(found & sets[other])
            near = both >= NEAR * (len(found) + len(sets[other]) - both)
            if near and sentences[n][0] != sentences[other][0]:
                pairs.append((sentences[other][1], sentences[n][1]))
        for gram in prefix:
            index[gram].append(n)
    return pairs


def test_no_annotation_breaks_the_format_or_the_guideline() -> None:
    count, problems = check_folder(FOLDER, SEEDS)
    assert [str(p) for p in problems] == []
    assert count >= len(read_cards(FOLDER))


def test_every_listed_article_has_rows_and_every_text_is_listed() -> None:
    cards = {c.id for c in read_cards(FOLDER)}
    assert {p.stem for p in (FOLDER / "articles").glob("*.txt")} <= cards
    assert all(a.rows for split in ("train", "test") for a in read_split(FOLDER, SEEDS, split))


def test_the_seeds_are_for_testing_only() -> None:
    seeds = {p.stem for p in SEEDS.glob("*.txt")}
    splits = {c.id: (c.split, c.origin) for c in read_cards(FOLDER)}
    assert {splits[s] for s in seeds} == {("test", "real")}
    assert not seeds & {p.stem for p in (FOLDER / "articles").glob("*.txt")}


def sentences_of(split: str) -> list[tuple[str, str]]:
    return [(a.card.id, a.raw.text[r.start : r.end]) for a in read_split(FOLDER, SEEDS, split) for r in a.rows]


def phrases() -> list[tuple[str, str]]:
    """Give each sentence of the phrase book as an article of its own, so that any two are compared."""
    return [(example.sentence, example.text) for example, _ in read_phrases(FOLDER / PHRASES)]


def test_no_training_sentence_is_near_another_of_an_article_or_the_phrase_book() -> None:
    assert near_copies([*sentences_of("train"), *phrases()]) == []


def test_no_training_sentence_stands_in_a_seed() -> None:
    seeds = [("seeds", text) for _, text in sentences_of("test")]
    trained = [("train", text) for _, text in [*sentences_of("train"), *phrases()]]
    assert near_copies([*seeds, *trained]) == []


def test_no_phrase_shares_seven_words_in_a_row_with_a_seed() -> None:
    def sevens(text: str) -> set[tuple[str, ...]]:
        words = [w for w in ("".join(c for c in word if c.isalnum()) for word in text.lower().split()) if w]
        return {tuple(words[n : n + 7]) for n in range(len(words) - 6)}

    seeds = set().union(*(sevens(text) for _, text in sentences_of("test")))
    assert [text for _, text in phrases() if sevens(text) & seeds] == []


def test_the_search_for_copies_finds_them() -> None:
    text = "The council of Harlow voted on Monday night to keep its old rule on warrants and holds."
    near = text.replace("The council", "“The Council")
    other = "The council of Selwick voted on Friday night to drop its new rule on parks and dogs."
    assert near_copies([("a", text), ("a", near), ("b", other)]) == []
    assert near_copies([("a", text), ("b", near), ("c", other)]) == [(text, near)]
    assert near_copies([("a", "It is so."), ("b", "It is so.")]) == []


@given(
    st.lists(st.tuples(st.sampled_from("xy"), st.lists(st.sampled_from("abc"), min_size=8, max_size=16)), max_size=6)
)
def test_the_search_for_copies_misses_none(drawn: list[tuple[str, list[str]]]) -> None:
    sentences = [(article, " ".join(words)) for article, words in drawn]
    expected = 0
    for (one, a), (other, b) in combinations(sentences, 2):
        common, either = shingles(a) & shingles(b), shingles(a) | shingles(b)
        expected += one != other and len(common) >= NEAR * len(either)
    assert len(near_copies(sentences)) == expected
