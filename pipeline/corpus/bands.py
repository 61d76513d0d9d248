"""Bands of MinHash (Broder 1997): like sets of words most probably share one."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from pipeline.params import CorpusParams

BYTES = 8  # of a key, an integer of SQLite; two bands with one key cost a comparison and change no group


def band_keys(stance: str, words: Sequence[str], params: CorpusParams) -> list[int]:
    """Give the keys of the bands of a wording; those of the two sides differ."""
    values, size = _signature(words, params.permutations), params.band_rows
    keys = (f"{stance}{n} ".encode() + values[n : n + size].tobytes() for n in range(0, len(values) - size + 1, size))
    return [int.from_bytes(blake2b(key, digest_size=BYTES).digest(), "little", signed=True) for key in keys]


def _signature(words: Sequence[str], permutations: int) -> NDArray[np.uint64]:
    sketch = _blank(permutations).copy()
    sketch.update_batch([w.encode() for w in words])
    return np.asarray(sketch.hashvalues, dtype=np.uint64)


@cache
def _blank(permutations: int) -> MinHash:
    return MinHash(num_perm=permutations)  # drawing its permutations takes long
