"""Stage evaluate: score every layer on annotated articles, and stance beside readers, baselines and cross-validation."""

import json
from pathlib import Path
from typing import Any

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.labeller import Labeller
from pipeline.analysis.provenance import provenance_of
from pipeline.analysis.training import LabelledExample, labelled, readings, usable
from pipeline.classify.model import StanceModel
from pipeline.classify.phrases import PHRASES, read_phrases
from pipeline.errors import MissingArtifactError
from pipeline.evaluation.agreement import argument_readings, compare_arguments, double_readings
from pipeline.evaluation.argument import ArgumentScores, cross_validate_linker
from pipeline.evaluation.card import write_card
from pipeline.evaluation.in_part import LEFT_OUT, sets_in_part
from pipeline.evaluation.in_part import summary as summary_in_part
from pipeline.evaluation.labels import write_labels
from pipeline.evaluation.layers import LayerScores
from pipeline.evaluation.page import write_page
from pipeline.evaluation.results import CROSSED, IN_PART, OUTLETS, TEST, agreements, compared, curve, human, scores_of
from pipeline.evaluation.tables import write_tables
from pipeline.gold.corpus import AnnotatedArticle, read_split
from pipeline.graph.argued import ARGUMENTS, Lesson
from pipeline.graph.linker import Linker, load_linker
from pipeline.params import Params
from pipeline.records.jsonl import atomic, plain, read


def run(
    gold: Path,
    seeds: Path,
    model: Path,
    linker: Path,
    examples: Path,
    metrics: Path,
    params: Params,
    card: Path | None = None,
) -> dict[str, Any]:
    """Write evaluation.json, evaluation.html, the labels, the tables of the plots and a card; return the scores.

    Scored are the articles of the split `test`; in a folder that has none, all that the classifier was not fitted on.
    Of those annotated in part stance alone is scored, in a set of its own: what a queue chose is harder than the rest.
    Cross-validation, learned baselines and the learning curve are for the folder that the classifier was trained on.

    Raises:
        MissingArtifactError: there is no article that the classifier has not been fitted on.
    """
    train, test = (read_split(gold, seeds, split) for split in ("train", "test"))
    before = list(read(examples, LabelledExample, "train")) if examples.exists() else []
    known = {r.example.article for r in before}
    whole = bool(test and known) and known <= {a.card.id for a in train}
    learnt = usable([before]) if whole else []
    partial = {a.card.id for a in (*train, *test) if a.card.partial}
    unfitted = [a for a in test or train if a.card.id not in known]
    if not unfitted:
        raise MissingArtifactError(
            "no article in the reading `adjudicated` that the classifier was not fitted on",
            str(gold),
            "annotate articles as `--annotator adjudicated`, of the split test where the folder has one",
        )
    classifier, links = StanceModel.load(model), load_linker(linker)
    scored, sampled = ([a for a in unfitted if a.card.partial == part] for part in (False, True))
    layers, arguments, rows = score_articles(scored, classifier, links, params)
    sample, _, _ = score_articles(sampled, classifier, links, params)
    book = read_phrases(gold / PHRASES)
    read_twice = {TEST: double_readings(gold, seeds, "test" if test else "train")}
    read_twice |= {CROSSED: double_readings(gold, seeds, "train")} if whole else {}
    double = {name: [p for p in pairs if not p[0].card.partial] for name, pairs in read_twice.items()}
    sets = {TEST: layers.judged, **human(double), **compared(learnt, rows, book, params)}
    sets = {name: [r for r in judged if r.article not in partial] for name, judged in sets.items()}
    extra = sets_in_part(sample.judged, [p for p in read_twice[TEST] if p[0].card.partial])
    points = curve(learnt, rows, book, params, partial) if rows else []
    result: dict[str, Any] = {
        "test": layers.summary(params.evaluate) if scored else {"articles": 0, "stance": {"rows": 0}},
        "stance": scores_of({name: rows for name, rows in sets.items() if name != TEST}, params.evaluate)
        | summary_in_part(extra, params.evaluate),
        "argument": _argument_scores(gold, seeds, arguments, examples.with_name(ARGUMENTS) if whole else None, params),
        "agreement": agreements(double),
        "learning_curve": points,
        **({IN_PART: {"articles": len(sampled), "left_out": LEFT_OUT}} if sampled else {}),
    }
    sets |= extra
    write_labels(metrics, layers.labels or sample.labels)  # never mixed: what a queue chose is harder
    write_tables(metrics, sets, points, params.evaluate.bins)
    write_page(metrics / "evaluation.html", result, sets, params)
    if card:
        made_by = provenance_of(params, classifier.sha256, links.sha256)
        fitted = [a for a in train if a.card.id in known]
        stances = {
            TEST: result["test"]["stance"],
            **{n: s for n, s in result["stance"].items() if n in (CROSSED, OUTLETS)},
        }
        write_card(card, made_by, fitted, learnt, stances, params)
    with atomic(metrics / "evaluation.json") as out:
        out.write(json.dumps(plain(result), indent=1) + "\n")
    return result


def _argument_scores(
    gold: Path, seeds: Path, scores: ArgumentScores, learnt: Path | None, params: Params
) -> dict[str, Any]:
    """Score maps, the linker in folds of what it learnt from, and one reader beside another."""
    lessons = list(read(learnt, Lesson, "train")) if learnt and learnt.exists() else []
    both = argument_readings(gold, seeds)
    return {
        TEST: scores.summary(),
        CROSSED: cross_validate_linker(lessons, params) if lessons else None,
        "readers": compare_arguments(both) if both else None,
    }


def score_articles(
    articles: list[AnnotatedArticle], model: StanceModel, linker: Linker, params: Params
) -> tuple[LayerScores, ArgumentScores, list[LabelledExample]]:
    """Run the pipeline on annotated articles; collect the scores of its layers, and the rows for other learners."""
    scores, arguments = LayerScores(), ArgumentScores()
    rows: list[LabelledExample] = []
    label = Labeller(params, model, linker)
    for reading in readings(articles, Analyser(params), "evaluate"):
        annotated, found = reading.annotated, label(reading.found)
        scores.add(annotated, found.sentences, found.entities, found.quotes, reading.found.ledger, found.stances)
        arguments.add(annotated.rows, found.sentences, found.map)
        rows += usable([labelled(reading)])
    return scores, arguments, rows
