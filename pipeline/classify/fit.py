"""Fit the classifier; the same data give the same bytes on any machine."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from pipeline.classify.examples import Example
from pipeline.classify.features import build_features, to_columns
from pipeline.classify.phrases import Phrase
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
) -> Pipeline:
    """Fit features and a multinomial logistic regression on labelled sentences and the phrase book.

    `weights` are those of the sentences, 1 each where none are given. Coefficients are rounded, on top of the choice of solver.
    """
    classifier = logistic_regression(params)
    pipeline = Pipeline([("features", build_features(params.min_df, params.fact_weight)), ("classifier", classifier)])
    pipeline.fit(
        to_columns([*examples, *(example for example, _ in book)]),
        np.asarray([*labels, *(stance for _, stance in book)]),
        classifier__sample_weight=np.asarray(
            [*(weights or [1.0] * len(examples)), *[params.phrase_weight] * len(book)]
        ),
    )
    classifier.coef_ = np.round(classifier.coef_, COEF_DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, COEF_DECIMALS)
    return pipeline
