"""A scripted afternoon of labelling: `python bench/afternoon.py [--rounds 20] [--train N]` from the project's root.

Each round holds authored articles back as new ones, trains on others, has 60 sentences labelled (the labels are the
annotation's), retrains, and scores: on the sentences of the new articles that no choice took, on further new articles,
and on the seeds. Compared are the queue and a random choice. Two minutes of one processor for 20 rounds on all articles, one
with `--train 30`. Needs the examples that `dvc repro train` leaves.
"""

import argparse
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.pipeline import Pipeline

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.training import LabelledExample, labelled, readings
from pipeline.annotate.queue.candidate import Candidate
from pipeline.annotate.queue.choose import choose_sentences
from pipeline.annotate.queue.value import value_of_all
from pipeline.classify.actors import known_of
from pipeline.classify.adjust import LABELS, probabilities
from pipeline.classify.features import build_features, to_columns
from pipeline.classify.fit import logistic_regression
from pipeline.classify.phrases import read_phrases
from pipeline.evaluation.stance import Judged, macro_f1
from pipeline.gold.corpus import read_split
from pipeline.params import load_params
from pipeline.records import Scores
from pipeline.records.jsonl import read

ANNOTATIONS, SEEDS = Path("annotations"), Path("seeds")
NEW, FURTHER, ASKED = 10, 30, 60  # articles to choose from, articles to score on alone, sentences labelled
DRAWS = 2  # random choices a round; their mean is compared
RESAMPLES = 10000
SETS = ("rest of the new articles", "further new articles", "seeds")


class Afternoon:
    """All labelled sentences with their features' columns; learns from any of them."""

    def __init__(self, examples: Path) -> None:
        self.params = load_params(Path("params.yaml"))
        self.rows = list(read(examples, LabelledExample, "train"))
        self.articles = sorted({r.example.article for r in self.rows})
        seeds = readings(read_split(ANNOTATIONS, SEEDS, "test"), Analyser(self.params), "seeds")
        self.rows += [row for reading in seeds for row in labelled(reading)]
        book = read_phrases(ANNOTATIONS / "phrases.tsv")
        self.columns = to_columns([*(r.example for r in self.rows), *(e for e, _ in book)])
        self.labels = np.array([*(r.stance for r in self.rows), *(stance for _, stance in book)])
        self.book = list(range(len(self.rows), len(self.labels)))
        self.by_article: dict[str, list[int]] = {}
        for n, row in enumerate(self.rows):
            self.by_article.setdefault(row.example.article, []).append(n)
        self.seeds = [a for a in self.by_article if a not in set(self.articles)]

    def of(self, articles: Sequence[str]) -> list[int]:
        """List the labelled sentences of articles."""
        return [n for a in articles for n in self.by_article[a] if self.rows[n].stance]

    def learn(self, known: Sequence[int], asked: Sequence[int] = ()) -> Pipeline:
        """Fit as the stage train does; what was asked for weighs what a user's own articles do."""
        train = self.params.train
        model = Pipeline(
            [("features", build_features(train.min_df, train.fact_weight)), ("classifier", logistic_regression(train))]
        )
        members = [*known, *asked, *self.book]
        sizes = (len(known), len(asked), len(self.book))
        weights = np.repeat([1.0, train.real_weight, train.phrase_weight], sizes)
        return model.fit(self.columns[members], self.labels[members], classifier__sample_weight=weights)

    def scores(self, model: Pipeline, articles: Sequence[str]) -> dict[int, np.ndarray]:
        """Give the calibrated scores of all sentences of articles."""
        found: dict[int, np.ndarray] = {}
        for article in articles:
            members = self.by_article[article]
            logits = model.decision_function(self.columns[members])
            examples = [self.rows[n].example for n in members]
            found.update(zip(members, probabilities(logits, examples, self.params.stance), strict=True))
        return found

    def queue(self, scores: dict[int, np.ndarray], members: Sequence[int]) -> list[int]:
        """Choose as `argmap annotate queue` does."""
        candidates = [self.candidate(n, scores[n]) for n in members]
        return [v.candidate.start for v in choose_sentences(value_of_all(candidates), ASKED)]

    def candidate(self, n: int, scores: np.ndarray) -> Candidate:
        """Put a sentence as the queue sees it; its number serves as its offset."""
        example = self.rows[n].example
        given = dict(zip(LABELS, map(float, scores), strict=True))
        return Candidate(
            article=example.article,
            sentence=example.sentence,
            start=n,
            end=n + 1,
            text=example.text,
            scores=Scores(pro=given["pro"], anti=given["anti"], neutral=given["neutral"]),
            speaker=example.speaker_id,
            known=known_of(example),
        )

    def f1(self, scores: dict[int, np.ndarray], members: Sequence[int]) -> float:
        """Give macro-F1 on sentences."""
        labels = [LABELS[int(scores[n].argmax())] for n in members]
        return macro_f1([Judged("", self.rows[n].stance, label, 1.0) for n, label in zip(members, labels, strict=True)])

    def round(self, seed: int, train: int | None) -> list[float]:
        """Play one afternoon; give F1 before, with the queue, at random, set by set, and the shares of wrong guesses."""
        rng = np.random.default_rng(seed)
        drawn = [self.articles[n] for n in rng.permutation(len(self.articles))]
        new, further, rest = sorted(drawn[:NEW]), drawn[NEW : NEW + FURTHER], drawn[NEW + FURTHER :][:train]
        known, pool = self.of(sorted(rest)), self.of(new)
        scored = [*new, *further, *self.seeds]
        before = self.scores(self.learn(known), scored)
        asked = self.queue(before, pool)
        draws = [list(map(int, rng.choice(pool, len(asked), replace=False))) for _ in range(DRAWS)]
        untouched = [n for n in pool if n not in {*asked, *(n for draw in draws for n in draw)}]
        sets = (untouched, self.of(further), self.of(self.seeds))
        after = [self.scores(self.learn(known, choice), scored) for choice in (asked, *draws)]
        out: list[float] = []
        for members in sets:
            queue, *random = (self.f1(scores, members) for scores in after)
            out += [self.f1(before, members), queue, float(np.mean(random))]
        wrong = [np.mean([LABELS[int(before[n].argmax())] != self.rows[n].stance for n in c]) for c in (asked, *draws)]
        return [*out, float(wrong[0]), float(np.mean(wrong[1:]))]


def spread(values: np.ndarray) -> str:
    """Give a mean with its 95 % interval, drawing rounds with replacement."""
    rng = np.random.default_rng(0)
    means = values[rng.integers(0, len(values), (RESAMPLES, len(values)))].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return f"{values.mean():+.4f} ({low:+.4f} to {high:+.4f})"


def main() -> None:
    """Play the rounds and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--train", type=int, help="articles trained on; all that are not held back by default")
    parser.add_argument("--examples", type=Path, default=Path("outputs/intermediate/learnt/examples.jsonl"))
    given = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    afternoon = Afternoon(given.examples)
    table = np.array([afternoon.round(seed, given.train) for seed in range(given.rounds)])
    print("| macro-F1 on | before | queue | random | queue minus random (95 %) |")  # noqa: T201
    print("|---|---|---|---|---|")  # noqa: T201
    for k, name in enumerate(SETS):
        before, queue, random = table[:, 3 * k : 3 * k + 3].T
        means = " | ".join(f"{v.mean():.3f}" for v in (before, queue, random))
        print(f"| {name} | {means} | {spread(queue - random)} |")  # noqa: T201
    wrong, by_chance = table[:, -2:].T
    shares = f"{wrong.mean():.3f} | {by_chance.mean():.3f} | {spread(wrong - by_chance)}"
    print(f"| (share of guesses to correct) | | {shares} |")  # noqa: T201


if __name__ == "__main__":
    main()
