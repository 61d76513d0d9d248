"""Cross-validation grouped by article: no sentence of a scored article is seen in training."""

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import GroupKFold

from pipeline.analysis.training import LabelledExample
from pipeline.classify.adjust import LABELS, probabilities
from pipeline.classify.features import to_columns
from pipeline.classify.fit import fit
from pipeline.classify.phrases import Phrase
from pipeline.evaluation.stance import Judged
from pipeline.params import StanceParams, TrainParams


def cross_validate(
    examples: Sequence[LabelledExample], train: TrainParams, stance: StanceParams, book: Sequence[Phrase] = ()
) -> list[Judged]:
    """Label every example with a classifier fitted on the other folds and the phrase book, by article."""
    groups = np.asarray([e.example.article for e in examples])
    judged: list[Judged] = []
    for fitted, held in GroupKFold(n_splits=train.folds).split(groups, groups=groups):
        pipeline = fit([examples[n].example for n in fitted], [examples[n].stance for n in fitted], train, book)
        for article in sorted(set(groups[held])):
            members = [examples[n] for n in held if groups[n] == article]
            rows = [m.example for m in members]
            logits = pipeline[1].decision_function(pipeline[0].transform(to_columns(rows)))
            scores = probabilities(logits, rows, stance)
            for member, row in zip(members, scores, strict=True):
                best = int(row.argmax())
                judged.append(
                    Judged(
                        article,
                        member.stance,
                        LABELS[best],
                        float(row[best]),
                        bool(row[best] < stance.uncertain_below),
                    )
                )
    return judged
