"""Cross-validation in groups (articles, outlets): nothing of a group that is scored is seen in training."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import GroupKFold

from pipeline.analysis.training import LabelledExample
from pipeline.classify.adjust import LABELS, probabilities
from pipeline.classify.linear import Linear
from pipeline.evaluation.stance import Judged
from pipeline.params import StanceParams

Rows = Sequence[LabelledExample]
Labeller = Callable[[Rows], list[Judged]]
Learner = Callable[[Rows], Labeller]  # from labelled examples to what labels others
PARTS = (0.1, 0.25, 0.5, 0.75, 1.0)  # of the training articles, for the learning curve


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Rows labelled by learners that saw so many articles on average."""

    articles: float
    held_out: list[Judged]
    test: list[Judged]


def by_article(row: LabelledExample) -> str:
    """Group by article."""
    return row.example.article


def by_outlet(row: LabelledExample) -> str:
    """Group by outlet; an article whose outlet is unknown is a group of its own."""
    return row.outlet


def folds(rows: Rows, group: Callable[[LabelledExample], str], count: int) -> list[tuple[list[int], list[int]]]:
    """Split into (fitted, held out) with whole groups on one side."""
    names = np.asarray([group(r) for r in rows])
    count = min(count, len(set(names)))
    return [(list(a), list(b)) for a, b in GroupKFold(n_splits=count).split(names, groups=names)]


def cross_validate(rows: Rows, group: Callable[[LabelledExample], str], count: int, learn: Learner) -> list[Judged]:
    """Label every row by a learner that was given the other folds alone."""
    judged: list[Judged] = []
    for fitted, held in folds(rows, group, count):
        judged += learn([rows[n] for n in fitted])([rows[n] for n in held])
    return judged


def learning_curve(rows: Rows, test: Rows, count: int, learn: Learner) -> list[CurvePoint]:
    """Label held-out folds and the test rows by learners that saw a part of the articles.

    Which articles come first is drawn by a hash of their ids, so that a part holds the smaller ones.
    """
    out: list[CurvePoint] = []
    splits = folds(rows, by_article, count)
    for part in PARTS:
        held_out: list[Judged] = []
        tested: list[Judged] = []
        sizes: list[int] = []
        for fitted, held in splits:
            articles = sorted({by_article(rows[n]) for n in fitted}, key=_drawn)
            chosen = set(articles[: max(1, round(part * len(articles)))])
            label = learn([rows[n] for n in fitted if by_article(rows[n]) in chosen])
            held_out += label([rows[n] for n in held])
            tested += label(test)
            sizes.append(len(chosen))
        out.append(CurvePoint(sum(sizes) / len(sizes), held_out, tested))
    return out


def _drawn(article: str) -> str:
    return hashlib.sha256(article.encode()).hexdigest()


def judge(linear: Linear, rows: Rows, stance: StanceParams) -> list[Judged]:
    """Label rows article by article, as the stage stance does."""
    judged: list[Judged] = []
    articles: dict[str, list[LabelledExample]] = {}
    for row in rows:
        articles.setdefault(by_article(row), []).append(row)
    for members in articles.values():
        examples = [m.example for m in members]
        logits = linear.logits(examples)
        for member, scores in zip(members, probabilities(logits, examples, stance), strict=True):
            best = int(scores.argmax())
            uncertain = bool(scores[best] < stance.uncertain_below)
            judged.append(judged_row(member, LABELS[best], float(scores[best]), uncertain))
    return judged


def judged_row(row: LabelledExample, label: str, score: float, uncertain: bool = False) -> Judged:
    """Set a label beside the annotated one."""
    return Judged(by_article(row), row.stance, label, score, uncertain, row.voice, row.genre)
