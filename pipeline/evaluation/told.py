"""Changes between two evaluations in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.evaluation.changes import Changes
from pipeline.evaluation.results import CROSSED, IN_PART
from pipeline.evaluation.scores import Score

NOTHING = "no earlier evaluation to compare with (no git, no such commit, or none in it)"


def told_scores(result: Mapping[str, Any]) -> list[str]:
    """Say how well stance does, and of articles annotated in part what is not scored and why."""
    test, sample, crossed = result["test"]["stance"], *(result["stance"].get(name) for name in (IN_PART, CROSSED))
    lines = []
    if test["rows"]:
        also = f"; {crossed['macro_f1']:.2f} in cross-validation" if crossed else ""
        on = f"{test['articles']} articles never fitted, {test['rows']} rows"
        lines.append(f"stance macro-F1 {test['macro_f1']:.2f} on {on}{also}")
    if sample:
        articles = f"{sample['articles']} article{'s' * (sample['articles'] != 1)} annotated in part"
        lines.append(f"stance macro-F1 {sample['macro_f1']:.2f} on {sample['rows']} labelled sentences of {articles}")
        reasons: dict[str, list[str]] = {}
        for layer, why in result[IN_PART]["left_out"].items():
            reasons.setdefault(why, []).append(layer)
        lines += [f"not scored there, since {why}: {', '.join(layers)}" for why, layers in reasons.items()]
    return lines or ["no labelled sentence to score"]


def told_briefly(scores: Sequence[Score], changes: Changes | None) -> list[str]:
    """Say in two lines what a retraining changed."""
    if not scores and changes is None:
        return [NOTHING]
    lines = []
    if scores:
        first = scores[0]
        lines.append(f"{first.name}: {first.before:.3f} before, {first.after:.3f} now")
    return lines + ([_verdict(changes)] if changes else [])


def _verdict(changes: Changes) -> str:
    if not changes.changed and not changes.corrected:
        return f"none of {changes.rows} test sentences changed its label"
    low, high = changes.interval
    noise = "more than noise" if changes.beyond_noise else "no more than noise"
    return (
        f"{len(changes.changed)} of {changes.rows} test sentences changed label: {changes.mended} wrong ones are right, "
        f"{changes.broken} right ones wrong; macro-F1 {changes.difference:+.3f} ({low:+.3f} to {high:+.3f}), "
        f"p {changes.p:.2f}: {noise}"
    )


def score_table(scores: Sequence[Score]) -> list[str]:
    """Give the scores as a Markdown table."""
    lines = ["| score | before | now | difference |", "|---|---|---|---|"]
    for s in scores:
        before, after = (
            f"{value:.3f}" + (f" ({i[0]:.2f} to {i[1]:.2f})" if i else "")
            for value, i in zip((s.before, s.after), s.intervals, strict=True)
        )
        lines.append(f"| {s.name} | {before} | {after} | {s.after - s.before:+.3f} |")
    return lines


def told_wholly(changes: Changes, texts: dict[str, str]) -> list[str]:
    """Say what changed sentence by sentence; `texts` gives the articles' texts by id."""
    lines = [_verdict(changes), f"(sentences of {changes.articles} articles; with few articles the interval is rough)"]
    if changes.corrected:
        lines.append(
            f"the annotation of {changes.corrected} test sentences was changed; both are held against the new one"
        )
    if any(changes.only):
        lines.append(f"left out: {changes.only[0]} sentences that only the earlier has, {changes.only[1]} new ones")
    for before, after in changes.changed:
        text = " ".join(texts.get(after.article, "")[after.start : after.end].split())
        state = {before.label: "wrong now", after.label: "right now"}.get(after.gold, "still wrong")
        lines.append(
            f"\n{after.article}:{after.start}-{after.end} {before.label} ({before.score:.2f}) -> {after.label} "
            f"({after.score:.2f}), annotated {after.gold}: {state}\n  {text}"
        )
    return lines
