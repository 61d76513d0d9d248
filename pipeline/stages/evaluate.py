"""Stage evaluate: score every layer on the annotated articles of the split `test`, and stance by cross-validation."""

import json
from pathlib import Path
from typing import Any

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.intake import clean_article
from pipeline.analysis.stance import stances_of
from pipeline.analysis.training import LabelledExample, usable
from pipeline.classify.model import StanceModel
from pipeline.classify.phrases import PHRASES, read_phrases
from pipeline.evaluation.cross import cross_validate
from pipeline.evaluation.layers import LayerScores
from pipeline.evaluation.stance import Judged, score
from pipeline.evaluation.tables import write_tables
from pipeline.gold.corpus import AnnotatedArticle, read_split
from pipeline.params import Params
from pipeline.progress import track
from pipeline.records.jsonl import atomic, plain, read


def run(gold: Path, seeds: Path, model: Path, examples: Path, metrics: Path, params: Params) -> dict[str, Any]:
    """Write evaluation.json and the tables of the plots; return the scores."""
    test = score_articles(read_split(gold, seeds, "test"), StanceModel.load(model), params)
    learnt = usable([list(read(examples, LabelledExample, "train"))])
    crossed = cross_validate(learnt, params.train, params.stance, read_phrases(gold / PHRASES))
    p = params.evaluate
    result: dict[str, Any] = {
        "test": test.summary(p),
        "cross_validation": score(crossed, p.bins, p.bootstrap, p.seed),
        "baseline_all_neutral": score(
            [Judged(r.article, r.gold, "neutral", 1.0) for r in test.judged], p.bins, 0, p.seed
        ),
    }
    write_tables(metrics, {"test": test.judged, "cross_validation": crossed}, p.bins)
    with atomic(metrics / "evaluation.json") as out:
        out.write(json.dumps(plain(result), indent=1) + "\n")
    return result


def score_articles(articles: list[AnnotatedArticle], model: StanceModel, params: Params) -> LayerScores:
    """Run the pipeline on annotated articles and collect the scores of its layers."""
    scores = LayerScores()
    analyser = Analyser(params)
    cleaned = (clean_article(a.raw, None) for a in articles)
    for annotated, found in zip(track(articles, "evaluate"), analyser(cleaned), strict=True):
        stances = stances_of(found.article, found.sentences, found.quotes, found.ledger, model, params.stance)
        scores.add(annotated, found.sentences, found.entities, found.quotes, found.ledger, stances)
    return scores
