"""The vectorizers that training fits: examples as an array of three text columns, and the union over them."""

from collections.abc import Sequence

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from pipeline.classify.examples import Example
from pipeline.classify.facts import facts_of
from pipeline.classify.weights import LETTERS, PAIR

WORDS, CHARS, FACTS = 0, 1, 2  # columns
FACT = r"\S+"  # a token of the third column


def to_columns(examples: Sequence[Example]) -> np.ndarray:
    """Give an object array of shape (n_examples, 3): text for words, text for characters, facts."""
    out = np.empty((len(examples), 3), dtype=object)
    for n, example in enumerate(examples):
        out[n, WORDS] = example.text
        out[n, CHARS] = example.text
        out[n, FACTS] = " ".join(f.replace(" ", "_") for f in facts_of(example))
    return out


def build_features(min_df: int, fact_weight: float) -> ColumnTransformer:
    """Make the union of word, character and fact features; sparse. At work `vectorize.py` does the same."""
    return ColumnTransformer(
        [
            ("word", TfidfVectorizer(ngram_range=(1, PAIR), min_df=min_df, sublinear_tf=True), WORDS),
            (
                "char",
                TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, min_df=min_df + 1, sublinear_tf=True),
                CHARS,
            ),
            ("fact", CountVectorizer(token_pattern=FACT, lowercase=False, binary=True), FACTS),
        ],
        transformer_weights={"word": 1.0, "char": 1.0, "fact": fact_weight},
        sparse_threshold=1.0,
    )
