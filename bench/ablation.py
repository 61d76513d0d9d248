"""What each family of stance features is worth: `python bench/ablation.py` from the project's root, some minutes.

Prints a Markdown table: macro-F1 without the family in cross-validation grouped by article, and on the bench articles
beside the checkout (../shared/bench, measured only; the column is left out where the folder is absent).
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.intake import clean_article
from pipeline.analysis.training import labelled_examples
from pipeline.classify.adjust import LABELS, SILENT, probabilities
from pipeline.classify.examples import Example, examples_of
from pipeline.classify.features import FACTS, build_features, to_columns
from pipeline.classify.phrases import read_phrases
from pipeline.evaluation.stance import Judged, macro_f1
from pipeline.gold.corpus import read_split
from pipeline.gold.pairing import pair_rows
from pipeline.params import Params, StanceParams, load_params
from pipeline.text.read import read_inputs

BENCH = Path("../shared/bench")
FOLDS = 5
Article = tuple[list[Example], list[tuple[int | None, Callable[[str], str]]]]  # examples; rows: index, truth of a label


@dataclass(frozen=True)
class Variant:
    """A classifier that lacks something; `facts` matches the fact tokens left out."""

    name: str
    facts: str | None = None
    without: tuple[str, ...] = ()
    book: bool = True
    stance: tuple[tuple[str, float], ...] = ()


VARIANTS = (
    Variant("all"),
    Variant("without the phrase book", book=False),
    Variant("without words", without=("word",)),
    Variant("without characters", without=("char",)),
    Variant("without facts", facts="."),
    Variant("without reasons", facts="reason="),
    Variant("without frames", facts="frame="),
    Variant("without the subject's side", facts="subject="),
    Variant("without the speaker's description", facts="who="),
    Variant("without any prior (features and shift)", facts="prior|subject=", stance=(("prior", 0.0),)),
    Variant("without shared side", stance=(("share", 0.0),)),
    Variant("without the rule far from policy", stance=(("far_from_policy", 0.0),)),
)


def columns(examples: Sequence[Example], variant: Variant) -> np.ndarray:
    """Give the classifier's columns without the variant's facts."""
    x = to_columns(examples)
    if variant.facts:
        for row in x:
            row[FACTS] = " ".join(f for f in row[FACTS].split() if not re.match(variant.facts, f))
    return x


def fitted(articles: Sequence[Article], variant: Variant, params: Params) -> Pipeline:
    """Fit as pipeline.classify.fit does, on what the variant sees."""
    pairs = [(examples[n], truth("")) for examples, rows in articles for n, truth in rows if n is not None]
    weights = [1.0] * len(pairs)
    if variant.book:
        book = read_phrases(Path("annotations/phrases.tsv"))
        pairs += book
        weights += [params.train.phrase_weight] * len(book)
    features = build_features(params.train.min_df)
    features.transformers = [t for t in features.transformers if t[0] not in variant.without]
    pipeline = Pipeline([("features", features), ("classifier", LogisticRegression(C=params.train.c, max_iter=1000))])
    x = columns([e for e, _ in pairs], variant)
    return pipeline.fit(x, [y for _, y in pairs], classifier__sample_weight=np.asarray(weights))


def judged(pipeline: Pipeline, articles: Sequence[Article], variant: Variant, stance: StanceParams) -> Iterator[Judged]:
    """Label whole articles and yield their rows."""
    stance = stance.model_copy(update=dict(variant.stance))
    for examples, rows in articles:
        scores = probabilities(pipeline.decision_function(columns(examples, variant)), examples, stance)
        for n, truth in rows:
            label = LABELS[int(scores[n].argmax())] if n is not None else "missing"
            yield Judged(examples[0].article, truth(label), label, 0.0)


def training_articles(params: Params) -> list[Article]:
    """Read the annotated articles of the split train."""
    corpus = read_split(Path("annotations"), Path("seeds"), "train")
    return [
        ([e.example for e in article], [(n, lambda _, y=e.stance: y) for n, e in enumerate(article) if e.stance])
        for article in labelled_examples(corpus, Analyser(params))
    ]


def bench_articles(params: Params) -> list[Article]:
    """Read the bench articles; where its two readers differ, both labels count as right."""
    if not BENCH.exists():
        return []
    raws = [r for r in read_inputs([str(BENCH / "articles")], params.clean.max_chars) if hasattr(r, "text")]
    out: list[Article] = []
    for found in Analyser(params)(clean_article(raw, None) for raw in raws):
        lines = (BENCH / "gold" / f"{found.article.id}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = [SimpleNamespace(**json.loads(line)) for line in lines]
        paired = pair_rows(gold, found.sentences)  # type: ignore[arg-type]
        rows = [
            (s.index if s else None, lambda label, g=g: label if label in g.stance_ok else g.stance)
            for g, s in zip(gold, paired, strict=True)
            if g.kind not in SILENT
        ]
        out.append((examples_of(found.article, found.sentences, found.quotes, found.ledger), rows))
    return out


def main() -> None:
    """Print the table."""
    params = load_params(Path("params.yaml"))
    train, bench = training_articles(params), bench_articles(params)
    print("| | cross-validation |" + (" bench |" if bench else ""))  # noqa: T201
    print("|---|---|" + ("---|" if bench else ""))  # noqa: T201
    for variant in VARIANTS:
        held: list[Judged] = []
        for some, rest in GroupKFold(FOLDS).split(train, groups=range(len(train))):
            pipeline = fitted([train[n] for n in some], variant, params)
            held += judged(pipeline, [train[n] for n in rest], variant, params.stance)
        cells = [f"{macro_f1(held):.3f}"]
        if bench:
            scored = judged(fitted(train, variant, params), bench, variant, params.stance)
            cells.append(f"{macro_f1(list(scored)):.3f}")
        print(f"| {variant.name} | {' | '.join(cells)} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
