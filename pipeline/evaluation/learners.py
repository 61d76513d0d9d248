"""What is compared: argmap's own classifier, and two baselines that know less."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline

from pipeline.analysis.training import weights_of
from pipeline.classify.fit import fit, logistic_regression
from pipeline.classify.linear import Linear
from pipeline.classify.phrases import Phrase
from pipeline.evaluation.cross import Labeller, Learner, Rows, judge, judged_row
from pipeline.evaluation.stance import Judged
from pipeline.params import StanceParams, TrainParams
from pipeline.records.jsonl import DECIMALS


def own(train: TrainParams, stance: StanceParams, book: Sequence[Phrase]) -> Learner:
    """Learn as the stage train does and label as the stage stance does."""

    def learn(rows: Rows) -> Labeller:
        learnt = fit([r.example for r in rows], [r.stance for r in rows], train, book, weights_of(rows, train))
        linear = Linear(learnt)
        return lambda held: judge(linear, held, stance)

    return learn


def majority(rows: Rows) -> Labeller:
    """Give every row the most frequent label, as sure as it is frequent."""
    label, count = Counter(r.stance for r in rows).most_common(1)[0]
    return lambda held: [judged_row(r, label, count / len(rows)) for r in held]


def tfidf(train: TrainParams) -> Learner:
    """Weigh words and pairs of words alone: TF-IDF and a logistic regression."""

    def learn(rows: Rows) -> Labeller:
        pipeline = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=train.min_df, sublinear_tf=True),
            logistic_regression(train),
        )
        pipeline.fit([r.example.text for r in rows], [r.stance for r in rows])

        def label(held: Rows) -> list[Judged]:
            if not held:
                return []
            scores = np.round(pipeline.predict_proba([r.example.text for r in held]), DECIMALS)
            best = scores.argmax(axis=1)
            return [
                judged_row(r, str(pipeline.classes_[k]), float(row[k]))
                for r, row, k in zip(held, scores, best, strict=True)
            ]

        return label

    return learn
