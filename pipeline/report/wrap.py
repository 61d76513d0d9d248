"""Wrap a text to boxes whose font is not known: by what its letters take at most in the usual ones."""

from collections.abc import Iterator
from functools import lru_cache

NARROW = frozenset(" ijlftr.,:;'’!()")
WIDE = frozenset("mw—…@%&")
NARROW_EM, USUAL_EM, WIDE_EM, FULL_EM = 0.42, 0.63, 0.78, 1.0  # DejaVu Sans, the widest of the usual ones
FULL_FROM = "\u2e80"  # Chinese, Japanese and Korean signs and whatever comes after them


@lru_cache(maxsize=2048)
def ems(text: str) -> float:
    """Estimate the width of a text in ems."""
    return sum(
        NARROW_EM if c in NARROW else FULL_EM if c >= FULL_FROM else WIDE_EM if c in WIDE or c.isupper() else USUAL_EM
        for c in text
    )


def wrap(text: str, width: float, lines: int) -> list[str]:
    """Give at most so many lines of at most so many ems; what is left over becomes an ellipsis."""
    out = [""]
    used = 0.0
    for word in _parts(text, width):
        wide = ems(word)
        if not out[-1] or used + NARROW_EM + wide <= width:
            used += wide + (NARROW_EM if out[-1] else 0)
            out[-1] = f"{out[-1]} {word}" if out[-1] else word
        elif len(out) < lines:
            out.append(word)
            used = wide
        else:
            while out[-1] and ems(f"{out[-1]} …") > width:
                out[-1] = out[-1].rpartition(" ")[0]
            out[-1] = f"{out[-1]} …".lstrip()
            break
    return out


def _parts(text: str, width: float) -> Iterator[str]:
    """Split into words; one that is longer than a line is cut."""
    for word in text.split():
        if ems(word) <= width:
            yield word
        else:
            step = max(1, int(width))  # so many letters fit, whatever they are
            yield from (word[i : i + step] for i in range(0, len(word), step))
