"""Examples as an array of three text columns, and the vectorizers over them."""

from collections.abc import Sequence

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from pipeline.classify.actors import prior_of_name, prior_of_role
from pipeline.classify.examples import Example

WORDS, CHARS, FACTS = 0, 1, 2
FACT = r"\S+"


def facts_of(example: Example) -> list[str]:
    """List what is known of a sentence's voice, as `name=value` tokens."""
    facts = [
        f"kind={example.kind}",
        f"quote={example.quote}",
        f"policy={example.policy}",
        f"near={example.policy_near}",
    ]
    if example.speaker_id:
        who = f"{example.speaker} {example.description}"
        actor = prior_of_name(example.speaker)
        role = prior_of_role(who)
        prior = actor or role
        facts += [
            f"speaker={example.speaker_kind}",
            f"prior={prior}",
            f"prior+near={prior},{example.policy_near}",
        ]
        if not actor:
            facts += sorted({f"who={w.strip('.,').lower()}" for w in who.split() if len(w) > 2})
    return facts


def to_columns(examples: Sequence[Example]) -> np.ndarray:
    """Give an object array of shape (n_examples, 3): text for words, text for characters, facts."""
    out = np.empty((len(examples), 3), dtype=object)
    for n, example in enumerate(examples):
        out[n, WORDS] = example.text
        out[n, CHARS] = example.text
        out[n, FACTS] = " ".join(f.replace(" ", "_") for f in facts_of(example))
    return out


def build_features(min_df: int) -> ColumnTransformer:
    """Make the union of word, character and fact features; sparse, standard scikit-learn only, so skops can save it."""
    return ColumnTransformer(
        [
            ("word", TfidfVectorizer(ngram_range=(1, 2), min_df=min_df, sublinear_tf=True), WORDS),
            (
                "char",
                TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=min_df + 1, sublinear_tf=True),
                CHARS,
            ),
            ("fact", CountVectorizer(token_pattern=FACT, lowercase=False, binary=True), FACTS),
        ],
        transformer_weights={"word": 1.0, "char": 1.0, "fact": 0.4},
        sparse_threshold=1.0,
    )
