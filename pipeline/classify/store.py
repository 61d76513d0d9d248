"""Read a saved classifier: a skops file of plain arrays, read by its parts, so that no code can come out of it."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.format import read_array

from pipeline.classify.adjust import LABELS
from pipeline.classify.weights import Weights
from pipeline.errors import MissingArtifactError

Arrays = dict[str, np.ndarray]
# What numbers each array holds, and along how many axes.
SHAPES = {
    "words": ("u1", 1),
    "fragments": ("u1", 1),
    "facts": ("u1", 1),
    "labels": ("u1", 1),
    "rarity": ("<f8", 1),
    "fact_weight": ("<f8", 0),
    "coefficients": ("<f8", 2),
    "intercept": ("<f8", 1),
}
MOST_BYTES = 1 << 28  # of the file, packed or unpacked; the shipped one has some 10 million
# What zipfile, json and numpy raise for files that are none of theirs.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    TypeError,
    MemoryError,
)


def arrays_of(weights: Weights) -> Arrays:
    """Give the arrays that are saved; terms are UTF-8, one a line."""
    return {
        "words": _lines(weights.words),
        "fragments": _lines(weights.fragments),
        "facts": _lines(weights.facts),
        "labels": _lines(LABELS),
        "rarity": weights.rarity,
        "fact_weight": np.array(weights.fact_weight),
        "coefficients": weights.coefficients,
        "intercept": weights.intercept,
    }


def load_model(path: Path) -> tuple[Weights, str]:
    """Read what a classifier has learnt, and the sha256 of its file.

    Raises:
        MissingArtifactError: there is no such file, or it is not a classifier that argmap wrote.
    """
    if not path.is_file():
        raise MissingArtifactError("no stance classifier", str(path), "run `dvc repro train`, or name one with --model")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"it has more than {MOST_BYTES} bytes")
        data = path.read_bytes()
        weights = _weights(_arrays(data))
    except BROKEN as error:
        raise MissingArtifactError(f"not a stance classifier: {error}", str(path), "run `dvc repro train`") from error
    return weights, hashlib.sha256(data).hexdigest()


def _arrays(data: bytes) -> Arrays:
    """Read the file's arrays as skops saves a dict of them: schema.json names the member of each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
            raise ValueError(f"it unpacks to more than {MOST_BYTES} bytes")
        content: Any = json.loads(archive.read("schema.json"))["content"]
        if set(content) != set(SHAPES):
            raise ValueError("it has other parts")
        return {name: _array(name, archive.read(content[name]["file"])) for name in SHAPES}


def _array(name: str, data: bytes) -> np.ndarray:
    kind, axes = SHAPES[name]
    array: np.ndarray = read_array(io.BytesIO(data), allow_pickle=False)
    if array.dtype != np.dtype(kind) or array.ndim != axes or not np.isfinite(array).all():
        raise ValueError(f"{name} is of another kind")
    return array


def _weights(arrays: Arrays) -> Weights:
    words, fragments, facts, labels = (_terms(arrays[name]) for name in ("words", "fragments", "facts", "labels"))
    columns = len(words) + len(fragments) + len(facts)
    fits = (
        labels == LABELS
        and arrays["rarity"].shape == (len(words) + len(fragments),)
        and (arrays["rarity"] > 0).all()
        and arrays["coefficients"].shape == (len(labels), columns)
        and arrays["intercept"].shape == (len(labels),)
    )
    if not fits:
        raise ValueError("its parts do not fit together")
    return Weights(
        words=words,
        fragments=fragments,
        facts=facts,
        rarity=arrays["rarity"],
        fact_weight=float(arrays["fact_weight"]),
        coefficients=arrays["coefficients"],
        intercept=arrays["intercept"],
    )


def _lines(terms: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(terms).encode(), dtype=np.uint8)


def _terms(array: np.ndarray) -> tuple[str, ...]:
    terms = tuple(array.tobytes().decode().split("\n"))
    if len(set(terms)) != len(terms):
        raise ValueError("a term comes twice")
    return terms
