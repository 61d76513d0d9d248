"""MinHash: a short signature of a set, by which the overlap of two sets is estimated (Broder 1997).

The permutations are multiply-add-shift functions (Dietzfelbinger 1996) of 32-bit hashes, always the same ones.
"""

import hashlib
from collections.abc import Collection
from functools import cache

import numpy as np

SEED = 1  # of the permutations
HASH_BYTES = 4
HALF = np.uint64(32)
AT_ONCE = 4096  # shingles, so that memory does not grow with their number


def signature(shingles: Collection[str], permutations: int) -> np.ndarray:
    """Give the least hash of a set under each permutation, shape (permutations,), uint32.

    The share of places where two signatures agree estimates the Jaccard overlap of their sets. Order and repetition do not
    count; there must be a shingle.
    """
    joined = b"".join([hashlib.blake2b(s.encode(), digest_size=HASH_BYTES).digest() for s in shingles])
    hashes = np.frombuffer(joined, "<u4").astype(np.uint64)
    factors, summands = _permutations(permutations)
    least = np.full(permutations, np.iinfo(np.uint32).max, np.uint64)
    for start in range(0, len(hashes), AT_ONCE):
        some = hashes[start : start + AT_ONCE, np.newaxis] * factors + summands
        least = np.minimum(least, (some >> HALF).min(axis=0))
    return least.astype(np.uint32)


@cache
def _permutations(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw odd factors and summands of 64 bits; the first ones are the same for any count."""
    drawn = [hashlib.blake2b(f"{SEED} {n}".encode(), digest_size=16).digest() for n in range(count)]
    numbers = np.frombuffer(b"".join(drawn), "<u8").reshape(count, 2).astype(np.uint64)
    return numbers[:, 0] | np.uint64(1), numbers[:, 1]
