"""The cue lexicon: which words report speech or belief, and the frames they take (cues.tsv)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

VOWELS = "aeiou"
DOUBLING = frozenset(
    "admit beg chat commit confer equip grin nod plan quip quit refer regret rip slam submit blab brag infer".split()
)
NOT_AN_ENDING = 2  # shorter stems than this take no ending


@dataclass(frozen=True, slots=True)
class Cue:
    """A lemma with the reliability of each frame it takes (0 to 1)."""

    lemma: str
    kind: str  # verb, noun or adj
    frames: dict[str, float]


def inflect(lemma: str) -> list[str]:
    """List the regular English forms of a verb; irregular ones stand in the lexicon."""
    stem = lemma
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma in DOUBLING:
        stem = lemma + lemma[-1]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [lemma, third, stem + "ed", stem + "ing"]


def plural(lemma: str) -> list[str]:
    """List a noun and its regular plural."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies"]
    return [lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")]


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
            regular = {"verb": inflect, "noun": plural}.get(kind, lambda word: [word])(lemma)
            for form in [*regular, *irregular]:
                forms.setdefault((kind, form), lemma)
    cues = {key: Cue(key[1], key[0], taken) for key, taken in frames.items()}
    return {(kind, form): cues[kind, lemma] for (kind, form), lemma in forms.items()}
