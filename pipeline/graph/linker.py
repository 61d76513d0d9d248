"""The linker: two small linear models, one tells claims from premises, one ranks what a premise serves; read from JSON."""

import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from pipeline.errors import InputError, MissingArtifactError
from pipeline.graph.features import Features

REASONS = 3  # features that are named as the reason of an edge
# Features that say nothing to a reader by themselves.
BARE = re.compile(
    r"any$|side |length$|left in run|to place in run|(?:article|speaker), place|(?:before|after): |opens with"
)
LARGEST = 100.0  # of a weight; those that are learnt stay below 10
Weight = Annotated[
    float, Field(strict=True, ge=-LARGEST, le=LARGEST, allow_inf_nan=False)
]  # a file may come from anywhere
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Linker:
    """Weights by feature name, readable as they are; a feature without a weight weighs nothing."""

    claim: Weights
    target: Weights
    sha256: str

    def claim_probability(self, own: Features) -> float:
        """Give the probability that a statement is a claim, not a premise."""
        return 1 / (1 + math.exp(-weigh(self.claim, own)))

    def shares(self, pairs: Sequence[Features], priors: Sequence[float]) -> list[float]:
        """Give the probability of each statement to be the one that a premise serves.

        `priors` are probabilities that those statements are claims: a premise seldom serves another premise.
        """
        scores = [weigh(self.target, pair) + math.log(p) for pair, p in zip(pairs, priors, strict=True)]
        top = max(scores, default=0.0)
        powers = [math.exp(score - top) for score in scores]
        return [power / sum(powers) for power in powers]


def weigh(weights: Mapping[str, float], features: Features) -> float:
    """Add up what the features weigh."""
    return math.fsum(weights.get(name, 0.0) * value for name, value in features.items())


def reasons(weights: Mapping[str, float], features: Features) -> list[str]:
    """Name the features that spoke for it most, the weightiest first."""
    shares = [(-weights.get(name, 0.0) * value, name) for name, value in features.items() if not BARE.match(name)]
    return [name for share, name in sorted(shares)[:REASONS] if share < 0]


def load_linker(path: Path) -> Linker:
    """Read a linker.

    Raises:
        MissingArtifactError: there is no such file.
        InputError: it is no linker; `where` names the file, `error` the field.
    """
    if not path.exists():
        raise MissingArtifactError("no linker", str(path), "run `dvc repro train`, or name one with --linker")
    data = path.read_bytes()
    try:
        weights = TypeAdapter(dict[Literal["claim", "target"], dict[str, Weight]]).validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "file"
        raise InputError(f"not a linker: {field}: {first['msg']}", str(path), "run `dvc repro train`") from error
    if set(weights) != {"claim", "target"}:
        raise InputError("not a linker: it needs `claim` and `target`", str(path), "run `dvc repro train`")
    return Linker(weights["claim"], weights["target"], hashlib.sha256(data).hexdigest())


def dump_linker(claim: Mapping[str, float], target: Mapping[str, float]) -> str:
    """Give the JSON of a linker, weights of four decimals in order of name; those that are nought are left out."""
    weights = {"claim": claim, "target": target}
    kept = {k: {n: round(v, 4) for n, v in sorted(w.items()) if round(v, 4)} for k, w in weights.items()}
    return json.dumps(kept, indent=0, ensure_ascii=False) + "\n"
