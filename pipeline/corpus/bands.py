"""Bands of MinHash (Broder 1997): like sets of words most probably share one."""

from collections.abc import Sequence
from hashlib import blake2b

from pipeline.params import CorpusParams
from pipeline.text.minhash import signature

BYTES = 8  # of a key, an integer of SQLite; two bands with one key cost a comparison and change no group


def band_keys(stance: str, words: Sequence[str], params: CorpusParams) -> list[int]:
    """Give the keys of the bands of a wording; those of the two sides differ."""
    values, size = signature(words, params.permutations), params.band_rows
    keys = (f"{stance}{n} ".encode() + values[n : n + size].tobytes() for n in range(0, len(values) - size + 1, size))
    return [int.from_bytes(blake2b(key, digest_size=BYTES).digest(), "little", signed=True) for key in keys]
