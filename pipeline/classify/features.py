"""Examples as an array of three text columns, and the vectorizers over them."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from pipeline.classify.actors import known_of, sides_of_subject
from pipeline.classify.examples import Example
from pipeline.classify.frames import frames_of
from pipeline.classify.reasons import reasons_of

WORDS, CHARS, FACTS = 0, 1, 2  # columns
FACT = r"\S+"  # a token of the third column
REMEMBERED = 1024  # speakers
SHORT = 2  # letters at most of the words that describe nobody


def facts_of(example: Example) -> list[str]:
    """List what is known of a sentence's voice and wording, as `name=value` tokens.

    Names of persons are left out: those of the training articles are invented. What stands for a person is the prior
    and the description; bodies and groups ("opponents of the law") describe themselves.
    """
    facts = [f"kind={example.kind}", f"quote={example.quote}"]
    facts += [f"frame={frame}" for frame in frames_of(example.text)]
    facts += [f"reason={reason}" for reason in reasons_of(example.text)]
    if example.quote != "direct" and (sides := sides_of_subject(example.text)):
        facts.append(f"subject={'+'.join(sorted(sides))}")
    if example.speaker_id:
        facts += _about(example.about)
        facts.append(f"speaker={example.speaker_kind}")
        if known := known_of(example):
            facts += [f"prior={known.side}", f"prior+near={known.side},{example.policy_near}"]
        who = example.description if example.speaker_kind == "person" else f"{example.speaker} {example.description}"
        facts += sorted({f"who={w.strip('.,').lower()}" for w in who.split() if len(w) > SHORT})
    return facts


@lru_cache(maxsize=REMEMBERED)
def _about(phrase: str) -> tuple[str, ...]:
    """What is told of a speaker where they are introduced; the same for all their sentences."""
    return tuple(f"about={found}" for found in (*frames_of(phrase), *reasons_of(phrase)))


def to_columns(examples: Sequence[Example]) -> np.ndarray:
    """Give an object array of shape (n_examples, 3): text for words, text for characters, facts."""
    out = np.empty((len(examples), 3), dtype=object)
    for n, example in enumerate(examples):
        out[n, WORDS] = example.text
        out[n, CHARS] = example.text
        out[n, FACTS] = " ".join(f.replace(" ", "_") for f in facts_of(example))
    return out


def build_features(min_df: int, fact_weight: float) -> ColumnTransformer:
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
        transformer_weights={"word": 1.0, "char": 1.0, "fact": fact_weight},
        sparse_threshold=1.0,
    )
