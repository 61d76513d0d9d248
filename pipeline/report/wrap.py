"""Wrap a text to boxes whose font is not known: by what its letters take at most in the usual ones."""

import re

WIDE = re.compile(r"[A-Zmw—…@%&À-Þ]")
NARROW = re.compile(r"[ ijlftr.,:;'’!()]")


def ems(text: str) -> float:
    """Estimate the width of a text in ems, in a wide sans-serif such as DejaVu Sans."""
    return sum(1.0 if ord(c) > 0x2E7F else 0.78 if WIDE.match(c) else 0.42 if NARROW.match(c) else 0.63 for c in text)


def wrap(text: str, width: float, lines: int) -> list[str]:
    """Give at most so many lines of at most so many ems; what is left over becomes an ellipsis."""
    out = [""]
    for word in _parts(text, width):
        longer = f"{out[-1]} {word}" if out[-1] else word
        if ems(longer) <= width:
            out[-1] = longer
        elif len(out) < lines:
            out.append(word)
        else:
            while out[-1] and ems(out[-1]) + ems(" …") > width:
                out[-1] = out[-1].rpartition(" ")[0]
            out[-1] = f"{out[-1]} …".lstrip()
            break
    return out


def _parts(text: str, width: float) -> list[str]:
    """Split into words; one that is longer than a line is cut."""
    parts: list[str] = []
    for word in text.split():
        step = len(word) if ems(word) <= width else max(1, int(width))  # so many letters fit, whatever they are
        parts += [word[i : i + step] for i in range(0, len(word), step)]
    return parts
