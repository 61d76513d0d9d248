"""What is known of a sentence's voice and wording, as tokens that the classifier weighs."""

from functools import lru_cache

from pipeline.classify.actors import known_of, sides_of_subject
from pipeline.classify.examples import Example
from pipeline.classify.frames import frames_of
from pipeline.classify.reasons import reasons_of

REMEMBERED = 1024  # speakers
SHORT = 2  # letters at most of the words that describe nobody


def facts_of(example: Example) -> list[str]:
    """List what is known of a sentence's voice and wording, as `name=value` tokens.

    Names of persons are left out: those of the training articles are invented. What stands for a person is the prior
    and the description; bodies and groups ("opponents of the law") describe themselves.
    """
    facts = [f"kind={example.kind}", f"quote={example.quote}"]
    facts += [f"frame={frame}" for frame in frames_of(example.text)]
    facts += [f"reason={reason}" for reason in reasons_of(example.text)]
    if example.quote != "direct" and (sides := sides_of_subject(example.text)):
        facts.append(f"subject={'+'.join(sorted(sides))}")
    if example.speaker_id:
        facts += _about(example.about)
        facts.append(f"speaker={example.speaker_kind}")
        if known := known_of(example):
            facts += [f"prior={known.side}", f"prior+near={known.side},{example.policy_near}"]
        who = example.description if example.speaker_kind == "person" else f"{example.speaker} {example.description}"
        facts += sorted({f"who={w.strip('.,').lower()}" for w in who.split() if len(w) > SHORT})
    return facts


@lru_cache(maxsize=REMEMBERED)
def _about(phrase: str) -> tuple[str, ...]:
    """What is told of a speaker where they are introduced; the same for all their sentences."""
    return tuple(f"about={found}" for found in (*frames_of(phrase), *reasons_of(phrase)))
