"""Annotated articles for measuring: the training articles, the seeds, and the bench beside the checkout.

The bench (../shared/bench) is measured only: nothing is trained on it, and `dvc repro` never reads it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from pipeline.analysis.analyser import Analyser, Analysis
from pipeline.analysis.intake import clean_article
from pipeline.classify.adjust import LABELS, probabilities
from pipeline.classify.examples import Example, examples_of
from pipeline.evaluation.stance import Judged
from pipeline.gold.corpus import read_split
from pipeline.gold.pairing import pair_rows, pair_sentences
from pipeline.params import Params, StanceParams
from pipeline.records import SILENT
from pipeline.text.read import read_inputs

BENCH = Path("../shared/bench")
RESAMPLES = 1000
Truth = tuple[int | None, str, frozenset[str]]  # the sentence's index, its stance, the labels that count as right


@dataclass(frozen=True)
class Measured:
    """An analysed article with its annotated rows."""

    found: Analysis
    examples: list[Example]
    truths: list[Truth]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.found.article.id


class Reader:
    """Reads and parses with one parser."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.analyser = Analyser(params)

    def train(self) -> list[Measured]:
        """Read the training articles as the stage train sees them."""
        out: list[Measured] = []
        for found, examples, rows in self._split("train"):
            paired = zip(examples, pair_sentences(found.sentences, rows), strict=True)
            truths = [
                (n, row.stance, frozenset({row.stance}))
                for n, (example, row) in enumerate(paired)
                if row and example.kind not in SILENT
            ]
            out.append(Measured(found, examples, truths))
        return out

    def seeds(self) -> list[Measured]:
        """Read the seeds, which are real and never fitted."""
        return [
            Measured(
                found,
                examples,
                [
                    (s.index if s else None, row.stance, frozenset({row.stance}))
                    for row, s in zip(rows, pair_rows(rows, found.sentences), strict=True)
                    if row.kind not in SILENT
                ],
            )
            for found, examples, rows in self._split("test")
        ]

    def bench(self) -> list[Measured]:
        """Read the bench, or nothing where there is none; where its two readers differ, both labels count as right."""
        if not BENCH.exists():
            return []
        raws = [r for r in read_inputs([str(BENCH / "articles")], self.params.clean.max_chars) if hasattr(r, "text")]
        out: list[Measured] = []
        for found in self.analyser(clean_article(raw, None) for raw in raws):
            lines = (BENCH / "gold" / f"{found.article.id}.jsonl").read_text(encoding="utf-8").splitlines()
            gold = [SimpleNamespace(**json.loads(line)) for line in lines]
            truths = [
                (s.index if s else None, row.stance, frozenset(row.stance_ok))
                for row, s in zip(gold, pair_rows(gold, found.sentences), strict=True)  # type: ignore[arg-type]
                if row.kind not in SILENT
            ]
            out.append(Measured(found, _examples(found), truths))
        return out

    def _split(self, split: str) -> Iterator[tuple[Analysis, list[Example], list]]:
        corpus = read_split(Path("annotations"), Path("seeds"), split)
        found = self.analyser(clean_article(a.raw, None) for a in corpus)
        for annotated, analysis in zip(corpus, found, strict=True):
            yield analysis, _examples(analysis), annotated.rows


def _examples(found: Analysis) -> list[Example]:
    return examples_of(found.article, found.sentences, found.quotes, found.ledger)


def judge(articles: Sequence[Measured], logits: Sequence[np.ndarray], stance: StanceParams) -> list[list[Judged]]:
    """Label whole articles; one list of rows an article."""
    out: list[list[Judged]] = []
    for article, z in zip(articles, logits, strict=True):
        scores = probabilities(z, article.examples, stance)
        rows: list[Judged] = []
        for n, truth, right in article.truths:
            label = LABELS[int(scores[n].argmax())] if n is not None else "missing"
            score = float(scores[n].max()) if n is not None else 0.0
            gold = label if label in right else truth
            rows.append(Judged(article.id, gold, label, score, score < stance.uncertain_below))
        out.append(rows)
    return out


def paired(before: Sequence[Sequence[Judged]], after: Sequence[Sequence[Judged]]) -> tuple[float, float, float]:
    """Give the difference of macro-F1 and its 95 % interval, drawing the same articles for both."""
    tables = [np.array([_counts(rows) for rows in side]) for side in (before, after)]
    rng = np.random.default_rng(0)
    drawn = [rng.integers(0, len(before), len(before)) for _ in range(RESAMPLES)]
    gaps = [_macro(tables[1][d].sum(axis=0)) - _macro(tables[0][d].sum(axis=0)) for d in drawn]
    whole = _macro(tables[1].sum(axis=0)) - _macro(tables[0].sum(axis=0))
    return whole, float(np.percentile(gaps, 2.5)), float(np.percentile(gaps, 97.5))


def spread(rows: Sequence[Sequence[Judged]], measure: Callable[[Sequence[Judged]], float]) -> str:
    """Give a measure with its 95 % interval by drawing whole articles."""
    rng = np.random.default_rng(0)
    drawn = [[row for n in rng.integers(0, len(rows), len(rows)) for row in rows[n]] for _ in range(RESAMPLES)]
    low, high = np.percentile([measure(d) for d in drawn], (2.5, 97.5))
    return f"{measure([row for article in rows for row in article]):.3f} ({low:.3f}–{high:.3f})"


def _counts(rows: Sequence[Judged]) -> np.ndarray:
    table = np.zeros((len(LABELS), len(LABELS) + 1))
    for row in rows:
        table[LABELS.index(row.gold), LABELS.index(row.label) if row.label in LABELS else len(LABELS)] += 1  # type: ignore[arg-type]
    return table


def _macro(table: np.ndarray) -> float:
    right = np.diag(table)
    both = table.sum(axis=1) + table[:, : len(LABELS)].sum(axis=0)
    return float(np.mean(np.divide(2 * right, both, out=np.zeros(len(LABELS)), where=both > 0)))
