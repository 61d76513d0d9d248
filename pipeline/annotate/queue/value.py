"""How much a label of each sentence would teach, and why, in words."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.annotate.queue.candidate import Candidate
from pipeline.records import Label

AGAINST_RECORD = 1.0  # weight of a lean against the speaker's public record, beside 1 of doubt
AGAINST_OTHERS = 0.5  # and of one against the speaker's other sentences
TOLD = 0.25  # such a lean is told in `why` from here on
TYPICAL = 0.25  # exponent of how typical a sentence is; 0 would leave it out, more has cost labels worth having
DECIMALS = 6  # further ones depend on the processor


@dataclass(frozen=True, slots=True)
class Valued:
    """A candidate with its value, at least 0; `label` is the model's."""

    candidate: Candidate
    value: float
    label: Label
    why: tuple[str, ...]


def value_of_all(candidates: Sequence[Candidate]) -> list[Valued]:
    """Value every candidate beside the others; parallel to `candidates`."""
    if not candidates:
        return []
    typical = _typical([c.text for c in candidates])
    others = _others(candidates)
    return [_value(c, float(typical[n]), others[n]) for n, c in enumerate(candidates)]


def _value(candidate: Candidate, typical: float, others: float | None) -> Valued:
    ranked = _ranked(candidate)
    (first, most), (second, next_most) = ranked[:2]
    why = [f"between {first} ({most:.2f}) and {second} ({next_most:.2f})"]
    against_record = against_others = 0.0
    if known := candidate.known:
        against_record = max(0.0, -candidate.side if known.side == "pro" else candidate.side)
        if against_record >= TOLD:
            why.append(f"leans against the speaker's record: {known.side} ({known.name}: {known.record}, {known.year})")
    if others is not None:
        against_others = abs(candidate.side - others) / 2
        if against_others >= TOLD:
            why.append(f"leans unlike the speaker's other sentences: {candidate.side:+.2f}, they {others:+.2f}")
    doubt = -sum(p * np.log(p) for _, p in ranked if p > 0) / np.log(len(ranked))
    value = (doubt + AGAINST_RECORD * against_record + AGAINST_OTHERS * against_others) * typical**TYPICAL
    return Valued(candidate, round(float(value), DECIMALS), first, tuple(why))


def _ranked(candidate: Candidate) -> list[tuple[Label, float]]:
    scores = candidate.scores
    found: list[tuple[Label, float]] = [("pro", scores.pro), ("anti", scores.anti), ("neutral", scores.neutral)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _others(candidates: Sequence[Candidate]) -> list[float | None]:
    """Give the mean lean of the other sentences of each one's speaker; None where there are none."""
    sides: dict[tuple[str, str], list[float]] = defaultdict(list)
    for c in candidates:
        if c.speaker:
            sides[c.article, c.speaker].append(c.side)
    found = [sides[c.article, c.speaker] if c.speaker else [] for c in candidates]
    return [(sum(s) - c.side) / (len(s) - 1) if len(s) > 1 else None for c, s in zip(candidates, found, strict=True)]


def _typical(texts: Sequence[str]) -> np.ndarray:
    """Give how like the others each text is, up to 1: cosine of its TF-IDF and their mean; equal texts count once."""
    counts = Counter(texts)
    once = sorted(counts)
    try:
        weights = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(once)
    except ValueError:  # nothing but stop words
        return np.ones(len(texts))
    near = np.asarray(weights @ np.asarray(weights.mean(axis=0)).T).ravel()
    found = dict(zip(once, near / near.max(), strict=True))
    return np.array([found[text] for text in texts])
