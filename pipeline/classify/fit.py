"""Fit the classifier; the same data give the same bytes on any machine."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from pipeline.classify.adjust import LABELS
from pipeline.classify.examples import Example
from pipeline.classify.features import build_features, to_columns
from pipeline.classify.phrases import Phrase
from pipeline.classify.weights import Weights
from pipeline.errors import AnnotationError
from pipeline.params import TrainParams

COEF_DECIMALS = 6


def logistic_regression(params: TrainParams) -> LogisticRegression:
    """Make an unfitted one; saga is the solver whose coefficients do not depend on threads or CPU kernels."""
    return LogisticRegression(
        solver="saga", C=params.c, max_iter=params.max_iter, tol=params.tol, random_state=params.seed
    )


def fit(
    examples: Sequence[Example],
    labels: Sequence[str],
    params: TrainParams,
    book: Sequence[Phrase] = (),
    weights: Sequence[float] | None = None,
) -> Weights:
    """Fit features and a multinomial logistic regression on labelled sentences and the phrase book.

    `weights` are those of the sentences, 1 each where none are given. Coefficients are rounded, on top of the choice of solver.

    Raises:
        AnnotationError: no sentence has one of the labels.
    """
    stances = [*labels, *(stance for _, stance in book)]
    if missing := set(LABELS) - set(stances):
        raise AnnotationError(f"no sentence is {' or '.join(sorted(missing))}", "annotations", "annotate some")
    pipeline = Pipeline(
        [("features", build_features(params.min_df, params.fact_weight)), ("classifier", logistic_regression(params))]
    )
    pipeline.fit(
        to_columns([*examples, *(example for example, _ in book)]),
        np.asarray(stances),
        classifier__sample_weight=np.asarray(
            [*(weights or [1.0] * len(examples)), *[params.phrase_weight] * len(book)]
        ),
    )
    return learnt(pipeline)


def learnt(pipeline: Pipeline) -> Weights:
    """Take what a fitted pipeline of features and classifier has learnt."""
    features, classifier = pipeline
    words, fragments, facts = (features.named_transformers_[name] for name in ("word", "char", "fact"))
    return Weights(
        words=tuple(words.get_feature_names_out()),
        fragments=tuple(fragments.get_feature_names_out()),
        facts=tuple(facts.get_feature_names_out()),
        rarity=np.concatenate([words.idf_, fragments.idf_]),
        fact_weight=features.transformer_weights["fact"],
        coefficients=np.ascontiguousarray(np.round(classifier.coef_, COEF_DECIMALS)),
        intercept=np.round(classifier.intercept_, COEF_DECIMALS),
    )
