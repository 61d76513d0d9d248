"""Articles annotated in part, such as a queue's: stance is scored row by row, and the rest is left out for a reason."""

from collections.abc import Sequence
from typing import Any

from pipeline.evaluation.agreement import Pair, judged_by_reader
from pipeline.evaluation.results import IN_PART, Sets, scores_of
from pipeline.evaluation.stance import Judged
from pipeline.params import EvaluateParams

UNSEEN = "nothing says whether what is found outside the labelled sentences is right"
UNASKED = "who labels single sentences may leave other fields at a guess or a default"
# What whole articles are scored on and these are not, by its key in evaluation.json, with the reason.
LEFT_OUT = {
    **dict.fromkeys(("sentences", "entities", "entities_named", "quotes", "agreement"), UNSEEN),
    **dict.fromkeys(("kind_accuracy", "speaker_accuracy", "by_voice"), UNASKED),
    "argument": "a premise may serve a sentence without a label",
}


def sets_in_part(judged: Sequence[Judged], pairs: Sequence[Pair]) -> Sets:
    """Give the labelled rows beside a second reader's, where two have read one of these articles."""
    sets: Sets = {IN_PART: judged} if judged else {}
    return sets | ({f"{IN_PART}: reader": judged_by_reader(pairs)} if judged and pairs else {})


def summary(sets: Sets, params: EvaluateParams) -> dict[str, Any]:
    """Score the rows, without the groups that lean on fields nobody was asked for."""
    scores = scores_of(sets, params)
    return {name: {key: v for key, v in found.items() if key not in LEFT_OUT} for name, found in scores.items()}
