"""The rows of sentences are those of scikit-learn's vectorizers, in authored sentences and in any text."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from authored import phrase_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from pipeline.classify import vectorize
from pipeline.classify.examples import Example
from pipeline.classify.facts import facts_of
from pipeline.classify.features import build_features, to_columns
from pipeline.classify.fit import learnt
from pipeline.classify.linear import Linear
from pipeline.classify.vectorize import LONG, Rows, Vectorizer, fragments

# Capitals that grow or depend on what follows, blanks of all kinds, joined and single letters, marks, digits.
ODD = [
    "ΣΑΣ ΟΔΟΣ Σ", "İstanbul ıssız", "ſ K Å", "ǅ ŉ ß ẞ", "e\u0301tat e\u0301tat", "a b c ab abc", "x\u2003y\u00a0z\u0085w\x1cv", "😀 😀😀 𝒳𝒳𝒳",
    "non-profit non_profit o’clock", "１２ 12 ١٢ ½", "ab  ab\t\tab\n\nab", "نمونه متن", "漢字 漢字かな", "\u200bzero\u200b", "", " ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*"aAbΣσıİ𝒳1_ \n\t\u2003", "sanctuary ", "City", "detainers ", *ODD])).map("".join)


@cache
def fitted() -> tuple[ColumnTransformer, LogisticRegression]:
    """Vectorizers that know the phrase book and the odd texts, and a classifier that was drawn at random."""
    examples = [example for example, _ in phrase_book()]
    odd = [replace(examples[0], text=text) for text in ODD]
    features = build_features(min_df=2, fact_weight=0.4).fit(to_columns([*examples, *odd * 3]))
    classifier = LogisticRegression()
    drawn = np.random.default_rng(0)
    classifier.coef_ = drawn.normal(size=(3, len(features.get_feature_names_out()))).round(6)
    classifier.intercept_ = drawn.normal(size=3).round(6)
    classifier.classes_ = np.array(["anti", "neutral", "pro"])
    return features, classifier


@cache
def linear() -> Linear:
    return Linear(learnt(Pipeline(list(zip(("features", "classifier"), fitted(), strict=True)))))


def assert_same(examples: list[Example]) -> None:
    features, classifier = fitted()
    expected = features.transform(to_columns(examples)).tocsr()
    expected.sort_indices()
    found = linear().rows(examples)
    assert found.size == expected.shape[0]
    assert np.array_equal(found.row, np.repeat(np.arange(found.size), np.diff(expected.indptr)))
    assert np.array_equal(found.column, expected.indices)
    assert np.allclose(found.value, expected.data, rtol=0, atol=1e-12)
    assert np.allclose(linear().logits_of(found), classifier.decision_function(expected), rtol=0, atol=1e-9)


def test_the_phrase_book_has_the_rows_of_scikit_learn() -> None:
    assert_same([example for example, _ in phrase_book()])


@settings(deadline=None)  # the first one fits the vectorizers
@given(st.lists(TEXTS | st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_has_the_rows_of_scikit_learn(texts: list[str]) -> None:
    assert_same([replace(phrase_book()[0][0], text=text) for text in texts])


@settings(deadline=None)
@given(st.lists(TEXTS | st.sampled_from(phrase_book()).map(lambda phrase: phrase[0].text), min_size=1, max_size=5))
def test_a_row_does_not_depend_on_the_others(texts: list[str]) -> None:
    examples = [replace(phrase_book()[n][0], text=text) for n, text in enumerate(texts)]
    together = linear().logits(examples)
    assert together.tolist() == [linear().logits([example])[0].tolist() for example in examples]


def test_no_sentences_have_no_rows() -> None:
    found: Rows = linear().rows([])
    assert (found.size, found.row.tolist(), linear().logits_of(found).shape) == (0, [], (0, 3))


@given(st.text(max_size=10))
def test_fragments_of_a_word_are_those_of_scikit_learn(text: str) -> None:
    analyze = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer()
    assert [letters for word in text.lower().split() for letters in fragments(word)] == list(analyze(text))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectorize, "REMEMBERED", 3)
    model = Vectorizer(linear()._weights)
    model.rows([("one two three four " + "x" * (LONG + 1), [])])
    assert model._met.keys() == {"four"}


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["person", "organisation"]))
def test_every_fact_is_one_token(text: str, speaker: str, kind: str) -> None:
    example = replace(
        phrase_book()[0][0],
        text=text,
        speaker_id="p",
        speaker=speaker,
        speaker_kind=kind,
        description=speaker,
        about=text,
    )
    assert all(fact.split() == [fact] for fact in facts_of(example))
