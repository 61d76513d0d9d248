"""The cue lexicon: which words report speech or belief, and the frames they take (cues.tsv)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.quotes.inflection import inflect, plural


@dataclass(frozen=True, slots=True)
class Cue:
    """A lemma with the reliability of each frame it takes (0 to 1)."""

    lemma: str
    kind: str  # verb, phrase, noun or adj
    frames: dict[str, float]


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """Map (kind, lower-case form) to its cue; a lemma named on several lines joins their frames."""
    frames: dict[tuple[str, str], dict[str, float]] = {}
    forms: dict[tuple[str, str], str] = {}
    text = files("pipeline.quotes").joinpath("cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, lemmas, taken = line.split("\t")
        pairs = dict(item.split("=") for item in taken.split())
        for entry in lemmas.split(", "):
            lemma, *irregular = entry.split("/")
            known = frames.setdefault((kind, lemma), {})
            for frame, reliability in pairs.items():
                known[frame] = max(known.get(frame, 0.0), float(reliability))
            regular = {"verb": inflect, "phrase": inflect, "noun": plural}.get(kind, lambda word: [word])(lemma)
            for form in [*regular, *irregular]:
                forms.setdefault((kind, form), lemma)
    cues = {key: Cue(key[1], key[0], taken) for key, taken in frames.items()}
    return {(kind, form): cues[kind, lemma] for (kind, form), lemma in forms.items()}
