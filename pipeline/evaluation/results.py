"""The sets of labelled rows that are compared, and their scores by name."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from pipeline.analysis.training import LabelledExample
from pipeline.classify.phrases import Phrase
from pipeline.evaluation.agreement import Pair, compare, judged_by_reader
from pipeline.evaluation.cross import by_article, by_outlet, cross_validate, learning_curve
from pipeline.evaluation.learners import majority, own, tfidf
from pipeline.evaluation.stance import Judged, macro_f1, score
from pipeline.params import EvaluateParams, Params

Sets = dict[str, Sequence[Judged]]
TEST, CROSSED, OUTLETS = "test", "cross_validation", "cross_validation_by_outlet"
IN_PART = "in_part"  # rows of articles of which only some sentences are labelled


def compared(
    learnt: Sequence[LabelledExample], test: Sequence[LabelledExample], book: Sequence[Phrase], params: Params
) -> Sets:
    """Label by the classifier and by the baselines, in folds of the training articles and on the test rows."""
    if not learnt:
        return {f"{TEST}: majority": majority(test)(test)} if test else {}
    count = params.train.folds
    learners = {"": own(params.train, params.stance, book), ": TF-IDF": tfidf(params.train), ": majority": majority}
    sets: Sets = {}
    for name, learner in learners.items():
        sets[CROSSED + name] = cross_validate(learnt, by_article, count, learner)
        sets[OUTLETS + name] = cross_validate(learnt, by_outlet, count, learner)
        if name:
            sets[TEST + name] = learner(learnt)(test)
    return sets


def human(readings: Mapping[str, Sequence[Pair]]) -> Sets:
    """Score one reader against another on the articles that two have read."""
    return {f"{name}: reader": judged_by_reader(pairs) for name, pairs in readings.items() if pairs}


def agreements(readings: Mapping[str, Sequence[Pair]]) -> dict[str, Any]:
    """Give the agreement of the readers on every layer."""
    return {name: compare(pairs) for name, pairs in readings.items() if pairs}


def curve(
    learnt: Sequence[LabelledExample],
    test: Sequence[LabelledExample],
    book: Sequence[Phrase],
    params: Params,
    unscored: Set[str],
) -> list[dict[str, float]]:
    """Give macro-F1 by the number of articles that were learnt from; those `unscored` are learnt from alone."""
    if not learnt:
        return []
    points = learning_curve(learnt, test, params.train.folds, own(params.train, params.stance, book))
    held_out = [[row for row in p.held_out if row.article not in unscored] for p in points]
    return [
        {"articles": p.articles, CROSSED: macro_f1(held), TEST: macro_f1(p.test)}
        for p, held in zip(points, held_out, strict=True)
    ]


def scores_of(sets: Sets, params: EvaluateParams) -> dict[str, Any]:
    """Score every set of rows."""
    return {name: score(rows, params) for name, rows in sets.items()}


def in_order(sets: Mapping[str, Sequence[Judged]]) -> list[str]:
    """List the names so that what is to be compared stands together: the classifier, readers, baselines."""
    rank = {"": 0, "reader": 1, "TF-IDF": 2, "majority": 3}
    base = {TEST: 0, IN_PART: 1, CROSSED: 2, OUTLETS: 3}
    return sorted(sets, key=lambda n: (base[n.partition(": ")[0]], rank[n.partition(": ")[2]]))
