"""How often an attribution of a construction is right (confidence.tsv)."""

from functools import cache
from importlib.resources import files

from pipeline.quotes.candidate import Candidate


@cache
def _table() -> dict[str, tuple[float, float]]:
    """Read the shares by construction: without, with words in quotation marks."""
    text = files("pipeline.quotes").joinpath("confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: (float(plain), float(marked)) for name, plain, marked in rows}


def confidence_of(candidate: Candidate, *, in_marks: bool) -> float:
    """Look up how often such a construction is right; the lexicon's word counts only where the table is silent."""
    plain, marked = _table().get(candidate.family, (candidate.reliability, candidate.reliability))
    return marked if in_marks else plain
