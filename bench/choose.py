"""The numbers chosen on real articles, beside their neighbours: `python bench/choose.py` from the project's root, minutes.

Writes a table of docs/stance.md. For each number of params.yaml that was chosen on seeds and bench together it gives the
scores at its value (bold) and at others, all else equal, and the score from which labels reach a stated accuracy.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ablation import DOCS, flat, put
from rows import Measured, Reader, judge, spread

from pipeline.classify.fit import fit
from pipeline.classify.linear import Linear
from pipeline.classify.phrases import read_phrases
from pipeline.evaluation.stance import Judged, calibration_error, macro_f1, risk_coverage, swaps, threshold_for
from pipeline.params import Params, TrainParams, load_params

FITTED = {"c": (0.3, 0.5, 1.0, 2.0), "phrase_weight": (1.0, 2.0, 4.0), "fact_weight": (0.4, 0.6, 0.8, 1.0)}
SHIFTED = {
    "neutral_offset": (0.0, 0.2, 0.4, 0.6, 0.8),
    "far_from_policy": (0.0, 0.5, 1.0),
    "prior": (0.0, 0.3, 0.6, 0.9),
    "share": (0.0, 0.3, 0.5, 0.8),
    "temperature": (0.8, 1.0, 1.25, 1.5),
}
STATED = (0.75, 0.8, 0.85, 0.9)
SEVENTH = 6  # of the tenths of the risk-coverage curve


def main() -> None:
    """Measure and rewrite the table."""
    params = load_params(Path("params.yaml"))
    reader = Reader(params)
    train, seeds, bench = reader.train(), reader.seeds(), reader.bench()
    logits = fitted_logits(train, [*seeds, *bench], params.train)
    put(DOCS, "real", intervals(judge([*seeds, *bench], logits, params.stance), len(seeds), params))
    lines = [
        "| number | value | seeds | bench | both: macro-F1, swaps, surest 70 %, calibration error |",
        "|---|---|---|---|---|",
    ]
    for name, value, found in tried(train, [*seeds, *bench], logits, params):
        right = getattr(params.train if name in FITTED else params.stance, name) == value
        few, many = flat(found[: len(seeds)]), flat(found[len(seeds) :])
        cells = [f"{macro_f1(few):.3f}", f"{macro_f1(many):.3f}" if many else "", measures(few + many, params)]
        lines.append(f"| {name} | {f'**{value}**' if right else value} | {' | '.join(cells)} |")
        print(lines[-1], flush=True)  # noqa: T201
    put(DOCS, "chosen", lines)
    rows = flat(judge([*seeds, *bench], logits, params.stance))
    reached = [(stated, at) for stated in STATED if (at := threshold_for(rows, stated))]
    table = ["| right | threshold | share of the rows above it |", "|---|---|---|"]
    table += [f"| {stated} | {at['threshold']:.3f} | {at['coverage']:.2f} |" for stated, at in reached]
    print(*table, sep="\n")  # noqa: T201
    put(DOCS, "thresholds", table)


def intervals(rows: Sequence[Sequence[Judged]], seeds: int, params: Params) -> list[str]:
    """Give the scores with their intervals on the seeds, on the bench and on both."""
    lines = ["| | macro-F1 | swaps | surest 70 % | calibration error |", "|---|---|---|---|---|"]
    for name, chosen in {"seeds": rows[:seeds], "bench": rows[seeds:], "both": rows}.items():
        if not chosen:
            continue
        cells = [
            spread(chosen, macro_f1),
            spread(chosen, swaps),
            spread(chosen, lambda r: risk_coverage(r)[SEVENTH]["accuracy"]),
            spread(chosen, lambda r: calibration_error(r, params.evaluate.bins)),
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
        print(lines[-1], flush=True)  # noqa: T201
    return lines


def tried(
    train: Sequence[Measured], real: Sequence[Measured], logits: list, params: Params
) -> Iterator[tuple[str, float, list[list[Judged]]]]:
    """Yield the labels at every value of every number, all else equal."""
    for name, values in SHIFTED.items():
        for value in values:
            yield name, value, judge(real, logits, params.stance.model_copy(update={name: value}))
    for name, values in FITTED.items():
        for value in values:
            changed = fitted_logits(train, real, params.train.model_copy(update={name: value}))
            yield name, value, judge(real, changed, params.stance)


def fitted_logits(train: Sequence[Measured], real: Sequence[Measured], params: TrainParams) -> list:
    """Fit on the training articles and the phrase book; give the logits of the real articles."""
    pairs = [(a.examples[n], stance) for a in train for n, stance, _ in a.truths if n is not None]
    book = read_phrases(Path("annotations/phrases.tsv"))
    linear = Linear(fit([e for e, _ in pairs], [stance for _, stance in pairs], params, book))
    return [linear.logits(a.examples) for a in real]


def measures(rows: Sequence[Judged], params: Params) -> str:
    """Give the four scores of a set of rows."""
    surest = risk_coverage(rows)[SEVENTH]["accuracy"]
    error = calibration_error(rows, params.evaluate.bins)
    return f"{macro_f1(rows):.3f}, {swaps(rows):.3f}, {surest:.3f}, {error:.3f}"


if __name__ == "__main__":
    main()
