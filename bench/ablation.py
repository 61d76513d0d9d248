"""What each family of stance features is worth: `python bench/ablation.py` from the project's root, some ten minutes.

`python bench/ablation.py WORD` only prints the variants whose names hold the word.

Writes the tables of docs/stance.md and models/README.md: macro-F1 in cross-validation by article, on the seeds, and on the
bench beside the checkout; then the difference on seeds and bench together with its interval (articles drawn in pairs).
Columns that need the bench are left empty where that folder is absent.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from candidates import CANDIDATES, Facts
from rows import Measured, Reader, judge, paired
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from pipeline.classify.examples import Example
from pipeline.classify.features import FACTS, build_features, to_columns
from pipeline.classify.phrases import read_phrases
from pipeline.evaluation.stance import Judged, macro_f1
from pipeline.params import Params, load_params

FOLDS = 3
DOCS, CARD = Path("docs/stance.md"), Path("models/README.md")
PRIOR = "without any prior (features and shift)"


@dataclass(frozen=True)
class Variant:
    """A classifier that lacks or adds something; `facts` matches the fact tokens left out."""

    name: str
    facts: str | None = None
    without: tuple[str, ...] = ()
    book: bool = True
    articles: bool = True
    stance: dict[str, float] = field(default_factory=dict)
    more: Callable[[Measured], Facts] | None = None


VARIANTS = (
    Variant("all"),
    Variant("without the phrase book", book=False),
    Variant("the phrase book alone", articles=False),
    Variant("without words", without=("word",)),
    Variant("without characters", without=("char",)),
    Variant("without facts", without=("fact",)),
    Variant("without kind and quote type", facts="kind=|quote="),
    Variant("without reasons", facts="reason="),
    Variant("without frames", facts="frame="),
    Variant("without the subject's side", facts="subject="),
    Variant("without the speaker's description", facts="who="),
    Variant("without the prior as a feature", facts="prior"),
    Variant("without the prior as a shift", stance={"prior": 0.0}),
    Variant(PRIOR, facts="prior|subject=", stance={"prior": 0.0}),
    Variant("without shared side", stance={"share": 0.0}),
    Variant("without the rule far from policy", stance={"far_from_policy": 0.0}),
    Variant("without the neutral offset", stance={"neutral_offset": 0.0}),
    *(Variant(f"with {name}", more=more) for name, more in CANDIDATES.items()),
)


def columns(examples: Sequence[Example], variant: Variant, more: Facts | None) -> np.ndarray:
    """Give the classifier's columns without, or with, the variant's facts."""
    x = to_columns(examples)
    for n, row in enumerate(x):
        facts = [f for f in row[FACTS].split() if not (variant.facts and re.match(variant.facts, f))]
        row[FACTS] = " ".join([*facts, *(f.replace(" ", "_") for f in (more[n] if more else []))])
    return x


def article_columns(article: Measured, variant: Variant) -> np.ndarray:
    """Give the columns of a whole article."""
    return columns(article.examples, variant, variant.more(article) if variant.more else None)


def fitted(articles: Sequence[Measured], variant: Variant, params: Params) -> Pipeline:
    """Fit as pipeline.classify.fit does, on what the variant sees."""
    parts: list[np.ndarray] = []
    labels: list[str] = []
    weights: list[float] = []
    for article in articles if variant.articles else ():
        chosen = [n for n, _, _ in article.truths if n is not None]
        parts.append(article_columns(article, variant)[chosen])
        labels += [stance for _, stance, _ in article.truths]
        weights += [1.0] * len(chosen)
    if variant.book:
        book = read_phrases(Path("annotations/phrases.tsv"))
        parts.append(columns([e for e, _ in book], variant, None))
        labels += [stance for _, stance in book]
        weights += [params.train.phrase_weight] * len(book)
    features = build_features(params.train.min_df, params.train.fact_weight)
    features.transformers = [t for t in features.transformers if t[0] not in variant.without]
    pipeline = Pipeline([("features", features), ("classifier", LogisticRegression(C=params.train.c, max_iter=1000))])
    return pipeline.fit(np.concatenate(parts), labels, classifier__sample_weight=np.asarray(weights))


def labelled(pipeline: Pipeline, articles: Sequence[Measured], variant: Variant, params: Params) -> list[list[Judged]]:
    """Label whole articles."""
    logits = [pipeline.decision_function(article_columns(a, variant)) for a in articles]
    return judge(articles, logits, params.stance.model_copy(update=variant.stance))


def flat(rows: Iterable[Iterable[Judged]]) -> list[Judged]:
    """Join the articles' rows."""
    return [row for article in rows for row in article]


def main() -> None:
    """Measure all variants and rewrite the tables."""
    params = load_params(Path("params.yaml"))
    reader = Reader(params)
    train, seeds, bench = reader.train(), reader.seeds(), reader.bench()
    lines = ["| | cross-validation | seeds | bench | seeds and bench: difference (95 %) |", "|---|---|---|---|---|"]
    whole: list[list[Judged]] = []
    only = sys.argv[1:]
    for variant in VARIANTS[:1] + tuple(v for v in VARIANTS[1:] if all(word in v.name for word in only)):
        held: list[list[Judged]] = []
        for some, rest in GroupKFold(FOLDS).split(train, groups=range(len(train))):
            held += labelled(
                fitted([train[n] for n in some], variant, params), [train[n] for n in rest], variant, params
            )
        real = labelled(fitted(train, variant, params), [*seeds, *bench], variant, params)
        whole = whole or real
        cells = [macro_f1(flat(held)), macro_f1(flat(real[: len(seeds)]))]
        shown = [f"{cell:.3f}" for cell in cells]
        shown.append(f"{macro_f1(flat(real[len(seeds) :])):.3f}" if bench else "")
        gap = "{:+.3f} ({:+.3f} to {:+.3f})".format(*paired(whole, real)) if real is not whole else ""
        lines.append(f"| {variant.name} | {' | '.join(shown)} | {gap} |")
        print(lines[-1], flush=True)  # noqa: T201
    if only:
        return
    put(DOCS, "ablation", lines)
    put(CARD, "prior", [*lines[:3], *(line for line in lines if line.startswith("| without") and "prior" in line)])


def put(path: Path, name: str, lines: Sequence[str]) -> None:
    """Put a table between `<!-- name -->` and `<!-- /name -->`."""
    text = path.read_text(encoding="utf-8")
    table = "\n".join(lines) + "\n"
    path.write_text(
        re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: m[1] + table + m[2], text, flags=re.DOTALL),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
