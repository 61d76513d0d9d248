"""The cue lexicon: which words report speech or belief, and the frames they take (cues.tsv)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pipeline.quotes.inflection import inflect, plural

Kind = Literal["verb", "phrase", "noun", "adj"]
# Reliabilities of the frame `that`, from which a verb …
SAYING = 0.9  # … says something: what stands in marks beside it is speech, a participle begins an attribution
CLAUSAL = 0.85  # … nearly always takes its `that` as a complementizer
REPORTING = 0.8  # … is told for its own sake, even inside another clause


@dataclass(frozen=True, slots=True)
class Cue:
    """A lemma with the reliability (0 to 1) of each frame that it takes."""

    lemma: str
    frames: dict[str, float]

    def reliability(self, frame: str) -> float:
        """Tell how often such a construction is an attribution; 0 for a frame that the cue does not take."""
        return self.frames.get(frame, 0.0)


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """Map (kind, lower-case form) to its cue; a lemma on several lines joins their frames, each at its highest."""
    frames: dict[tuple[str, str], dict[str, float]] = {}
    kind = taken = ""
    for line in files("pipeline.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        own_kind, own_frames, lemmas = line.split("\t")
        kind, taken = own_kind or kind, own_frames or taken
        for lemma in lemmas.split(", "):
            known = frames.setdefault((kind, lemma), {})
            for frame, reliability in (item.split("=") for item in taken.split()):
                known[frame] = max(known.get(frame, 0.0), float(reliability))
    cues: dict[tuple[str, str], Cue] = {}
    for (kind, lemma), joined in frames.items():
        for form in _forms(kind, lemma):
            cues.setdefault((kind, form), Cue(lemma, joined))
    return cues


def find_cue(kind: Kind, form: str) -> Cue | None:
    """Look up a lower-case form; None where it is no cue of that kind."""
    return lexicon().get((kind, form))


def takes_that(form: str, least: float) -> bool:
    """Tell a verb whose finite clauses are attributions at such a rate at least."""
    cue = find_cue("verb", form)
    return cue is not None and cue.reliability("that") >= least


def _forms(kind: str, lemma: str) -> list[str]:
    if kind == "noun":
        return plural(lemma)
    return [lemma] if kind == "adj" else inflect(lemma)
