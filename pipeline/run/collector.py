"""Let Python look for circles of dead objects less often while articles are worked."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

THRESHOLD = (100_000, 50, 100)  # objects made, young and middle collections; a parse makes thousands, few in circles


@contextmanager
def patient_collector() -> Iterator[None]:
    """Set the thresholds, and put back those of the program that called; a twentieth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
