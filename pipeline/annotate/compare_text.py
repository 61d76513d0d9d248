"""Hold what a tool shows against the article's own text."""

from pipeline.annotate.faults import Faults
from pipeline.annotate.labelled import Labelled

RESTORE = "label the text as it was exported, or import under another id"


def text_of(found: Labelled, known: str | None, faults: Faults) -> str | None:
    """Give the article's text; None where it is unknown or another, which is a fault."""
    if found.text is None and known is None:
        fix = "name the outputs of the run that has it with --out; spreadsheets rewrite ids such as 007"
        faults.add(found.place, "article", f"the text of {found.article!r} is not known", fix, found.path)
        return None
    if found.text is not None and known is not None and found.text != known:
        at = next(
            (n for n, (a, b) in enumerate(zip(found.text, known, strict=False)) if a != b),
            min(len(found.text), len(known)),
        )
        what = f"the text of {found.article!r} has changed at {at}: {found.text[at : at + 20]!r}, not {known[at : at + 20]!r}"
        faults.add(found.place, "text", what, RESTORE, found.path)
        return None
    return found.text if known is None else known


def check_shown(found: Labelled, text: str, faults: Faults) -> None:
    """Compare the words at each offset; white space may differ, for spreadsheets and browsers change it."""
    for one in found.shown:
        there = text[max(one.start, 0) : one.end]
        if one.text.split() != there.split():
            what = f"{one.text[:40]!r} is written, {there[:40]!r} stands at {one.start}-{one.end}"
            faults.add(one.place, "text", what, RESTORE, found.path)


def uncovered(bounds: list[tuple[int, int]], text: str) -> bool:
    """Tell whether any word of a text is in no row."""
    end = 0
    for start, stop in sorted(bounds):
        if text[end : max(start, end)].strip():
            return True
        end = max(end, stop)
    return bool(text[end:].strip())
