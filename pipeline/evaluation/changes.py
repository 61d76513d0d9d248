"""What changed between two evaluations: scores, labels, and whether it is more than noise."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import binomtest

from pipeline.errors import MissingArtifactError
from pipeline.evaluation.committed import committed
from pipeline.evaluation.labels import LABELS_FILE, ScoredLabel, parse_labels
from pipeline.evaluation.scores import Score, compare_scores
from pipeline.evaluation.stance import PERCENTILES, Judged, macro_f1
from pipeline.params import EvaluateParams

SCORES_FILE = "evaluation.json"
NOISE = 0.05  # a difference with a larger p-value, or an interval around 0, is no more than noise


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed on the sentences that both evaluations have; labels are held against the later annotation."""

    rows: int
    articles: int
    changed: tuple[tuple[ScoredLabel, ScoredLabel], ...]  # before and after
    corrected: int  # sentences whose annotation is another than before
    only: tuple[int, int]  # sentences that only the earlier, only the later evaluation has
    difference: float  # of macro-F1
    interval: tuple[float, float]  # of the difference, articles drawn with replacement
    mended: int  # wrong before, right after
    broken: int
    p: float  # of so uneven a split of the two by chance: McNemar (1947), exact

    @property
    def beyond_noise(self) -> bool:
        """Tell whether both tests, of macro-F1 and of right labels, say that it is no chance."""
        low, high = self.interval
        return self.p < NOISE and (low > 0 or high < 0)


def compare_labels(before: Sequence[ScoredLabel], after: Sequence[ScoredLabel], params: EvaluateParams) -> Changes:
    """Compare the labels of two evaluations."""
    earlier = {r.place: r for r in before}
    pairs = [(earlier[r.place], r) for r in after if r.place in earlier]
    mended = sum(a.label != b.gold == b.label for a, b in pairs)
    broken = sum(a.label == b.gold != b.label for a, b in pairs)
    differing = mended + broken
    return Changes(
        rows=len(pairs),
        articles=len({b.article for _, b in pairs}),
        changed=tuple((a, b) for a, b in pairs if a.label != b.label),
        corrected=sum(a.gold != b.gold for a, b in pairs),
        only=(len(before) - len(pairs), len(after) - len(pairs)),
        difference=_f1(pairs, after=True) - _f1(pairs, after=False),
        interval=_interval(pairs, params),
        mended=mended,
        broken=broken,
        p=float(binomtest(mended, differing).pvalue) if differing else 1.0,
    )


Pairs = Sequence[tuple[ScoredLabel, ScoredLabel]]


def _f1(pairs: Pairs, after: bool) -> float:
    return macro_f1([Judged(b.article, b.gold, (b if after else a).label, 1.0) for a, b in pairs])


def _interval(pairs: Pairs, params: EvaluateParams) -> tuple[float, float]:
    """Give a 95 % interval of the difference by drawing whole articles, the same ones for both sides."""
    articles = sorted({b.article for _, b in pairs})
    members = [[pair for pair in pairs if pair[1].article == a] for a in articles]
    if not articles or not params.bootstrap:
        return 0.0, 0.0
    rng = np.random.default_rng(params.seed)
    values = []
    for _ in range(params.bootstrap):
        drawn = [pair for n in rng.integers(0, len(articles), len(articles)) for pair in members[n]]
        values.append(_f1(drawn, after=True) - _f1(drawn, after=False))
    low, high = (float(np.percentile(values, p)) for p in PERCENTILES)
    return low, high


def since(metrics: Path, revision: str, params: EvaluateParams) -> tuple[list[Score], Changes | None]:
    """Compare the evaluation in a folder with that of a commit; nothing where there is nothing to compare with.

    Raises:
        MissingArtifactError: there is no evaluation in the folder.
    """
    for name in (SCORES_FILE, LABELS_FILE):
        if not (metrics / name).exists():
            raise MissingArtifactError(f"no {name}", str(metrics), "run `dvc repro evaluate` first")
    new_scores, new_labels = ((metrics / name).read_text(encoding="utf-8") for name in (SCORES_FILE, LABELS_FILE))
    old_scores, old_labels = (committed(metrics / name, revision) for name in (SCORES_FILE, LABELS_FILE))
    try:
        scores = compare_scores(json.loads(old_scores), json.loads(new_scores)) if old_scores else []
        before = parse_labels(old_labels) if old_labels else None
    except ValueError:  # a commit may hold anything
        return [], None
    after = parse_labels(new_labels)
    return scores, compare_labels(before, after, params) if before and after else None
