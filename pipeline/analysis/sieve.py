"""Tell which keys may have come before, in memory that does not grow (Bloom 1970, with one bit a key)."""

import numpy as np

BITS = 1 << 23  # a megabyte; a million keys set an eighth of them


class Sieve:
    """Keys that passed. One that did is always known; of the others some seem to be."""

    def __init__(self) -> None:
        self._bits = np.zeros(BITS // 8, np.uint8)

    def passed(self, keys: np.ndarray) -> np.ndarray:
        """Tell of each of these (integers) whether it may have passed before, and let all of them pass."""
        at = keys % BITS
        byte, bit = at // 8, (1 << (at % 8)).astype(np.uint8)
        known: np.ndarray = (self._bits[byte] & bit) != 0
        np.bitwise_or.at(self._bits, byte, bit)  # two may lie in one byte
        return known
