"""The evaluation as one page to read: tables and pictures, self-contained."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.evaluation.pictures import bar_chart, line_chart
from pipeline.evaluation.results import CROSSED, IN_PART, OUTLETS, TEST, in_order
from pipeline.evaluation.stance import Judged, reliability, risk_coverage
from pipeline.params import Params
from pipeline.records import STANCES
from pipeline.records.jsonl import atomic

NAMES = {
    TEST: "articles never fitted",
    IN_PART: "articles annotated in part",
    CROSSED: "cross-validation by article",
    OUTLETS: "cross-validation by outlet",
}
WHO = {"": "argmap", "reader": "a second reader", "TF-IDF": "TF-IDF baseline", "majority": "majority baseline"}
GROUPINGS = (("per_class", "label"), ("by_voice", "voice"), ("by_genre", "genre"))


def write_page(path: Path, result: Mapping[str, Any], sets: Mapping[str, Sequence[Judged]], params: Params) -> None:
    """Write evaluation.html from the scores and the labelled rows behind them."""
    scores = {TEST: result["test"]["stance"], **result["stance"]}
    names = [name for name in in_order(sets) if scores[name]["rows"]]
    own = [name for name in NAMES if name in names]
    environment = Environment(
        loader=PackageLoader("pipeline.evaluation"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    bins = params.evaluate.bins
    html = environment.get_template("evaluation.html").render(
        rows=[(NAMES[n.partition(": ")[0]], WHO[n.partition(": ")[2]], scores[n]) for n in names],
        confusions=[(NAMES[n], scores[n]["confusion"]) for n in own],
        labels=STANCES,
        calibration=line_chart(
            {NAMES[n]: [(b["score"], b["accuracy"]) for b in reliability(sets[n], bins)] for n in own},
            "score",
            "accuracy",
            diagonal=True,
        ),
        risk=line_chart(_risk(sets, scores, own), "share of the surest rows", "accuracy"),
        curve=_curve(result["learning_curve"]),
        groups=[
            (f"{NAMES[n]}, by {word}", bar_chart(_groups(scores, n, key), f"F1 by {word}"))
            for n in own
            for key, word in GROUPINGS
            if key in scores[n]
        ],
        agreement=[(NAMES[n], a) for n, a in result["agreement"].items()],
        test=result["test"],
        argument=result["argument"],
        in_part=result.get(IN_PART),
        number=lambda share: "–" if share is None else f"{share:.3f}",
        stated=params.evaluate.stated_accuracy,
        uncertain_below=params.stance.uncertain_below,
    )
    with atomic(path) as page:
        page.write(html)


def _risk(
    sets: Mapping[str, Sequence[Judged]], scores: Mapping[str, Any], own: Sequence[str]
) -> dict[str, list[tuple[float, float]]]:
    """Give the curves, and the accuracy of a second reader as a level line."""
    curves = {NAMES[n]: [(p["coverage"], p["accuracy"]) for p in risk_coverage(sets[n])] for n in own}
    for name in own:
        if level := scores.get(f"{name}: reader", {}).get("accuracy"):
            curves[f"a second reader, {NAMES[name]}"] = [(0.0, level), (1.0, level)]
    return curves


def _curve(points: Sequence[Mapping[str, float]]) -> str | None:
    if not points:
        return None
    series = {NAMES[n]: [(p["articles"], p[n]) for p in points] for n in (TEST, CROSSED)}
    return line_chart(series, "training articles", "macro-F1")


def _groups(scores: Mapping[str, Any], name: str, key: str) -> dict[str, dict[str, float]]:
    """Give F1 by class, voice or genre, of the classifier and of a second reader where one has read."""
    measure = "f1" if key == "per_class" else "macro_f1"
    reader = scores.get(f"{name}: reader", {}).get(key, {})
    out: dict[str, dict[str, float]] = {}
    for group, found in scores[name][key].items():
        size = found.get("support", found.get("rows"))
        out[f"{group} ({size})"] = {"argmap": found[measure]}
        if group in reader:
            out[f"{group} ({size})"]["a second reader"] = reader[group][measure]
    return out
