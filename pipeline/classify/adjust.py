"""What the classifier's logits cannot know, since it takes a whole article: priors, shared sides, distance to the policy."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.classify.actors import known_of
from pipeline.classify.examples import Example
from pipeline.params import StanceParams
from pipeline.records import SILENT, Label
from pipeline.records.jsonl import DECIMALS

LABELS: tuple[Label, ...] = ("anti", "neutral", "pro")  # the order of the classifier's columns
ANTI, NEUTRAL, PRO = range(3)


class Shift(NamedTuple):
    """What is added to one sentence's logits, and what `why` calls it."""

    name: str
    logits: np.ndarray  # (3,)


def shifts_of(logits: np.ndarray, examples: Sequence[Example], params: StanceParams) -> list[list[Shift]]:
    """Give, sentence by sentence, what is added to the logits of one article (shape (n, 3), columns as LABELS).

    In order: a known public position of the speaker shifts the side; one speaker's sentences share theirs; speech far
    from any word of the policy leans to neutral.
    """
    shifts: list[list[Shift]] = [[] for _ in examples]
    side = (logits[:, PRO] - logits[:, ANTI]) / 2
    by_speaker: dict[str, list[int]] = defaultdict(list)
    for n, example in enumerate(examples):
        if not example.speaker_id:
            continue
        by_speaker[example.speaker_id].append(n)
        if (known := known_of(example)) and params.prior:
            toward = params.prior if known.side == "pro" else -params.prior
            side[n] += toward
            shifts[n].append(
                Shift(f"prior:{known.side} ({known.name}: {known.record}, {known.year})", _sideways(toward))
            )
        if not example.policy_near and params.far_from_policy:
            shifts[n].append(Shift("far from the policy", np.array([0.0, params.far_from_policy, 0.0])))
    for members in by_speaker.values():
        shared = params.share * float(side[members].mean())
        for n in members if shared else ():
            shifts[n].append(Shift("speaker's sentences:" + ("pro" if shared > 0 else "anti"), _sideways(shared)))
    return shifts


def _sideways(pro: float) -> np.ndarray:
    return np.array([-pro, 0.0, pro])


def calibrated(
    logits: np.ndarray, examples: Sequence[Example], shifts: Sequence[Sequence[Shift]], params: StanceParams
) -> np.ndarray:
    """Turn logits and shifts into probabilities, shape (n, 3); bylines and boilerplate are neutral by rule."""
    z = np.array(logits, dtype=float)
    for n, found in enumerate(shifts):
        for shift in found:
            z[n] += shift.logits
    z[:, NEUTRAL] += params.neutral_offset
    z /= params.temperature
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[[n for n, e in enumerate(examples) if e.kind in SILENT]] = np.eye(3)[NEUTRAL]
    rounded: np.ndarray = np.round(p, DECIMALS)
    return rounded


def probabilities(logits: np.ndarray, examples: Sequence[Example], params: StanceParams) -> np.ndarray:
    """Turn logits of one article, shape (n, 3), into calibrated probabilities of the same shape."""
    return calibrated(logits, examples, shifts_of(logits, examples, params), params)
