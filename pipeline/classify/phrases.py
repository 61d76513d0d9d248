"""The phrase book (phrases.tsv): how positions and neutral reports are worded, as training examples of their own."""

from collections.abc import Iterator
from importlib.resources import files

from pipeline.classify.examples import POLICY, Example

KINDS = ("headline", "heading", "caption")


def phrases() -> Iterator[tuple[Example, str]]:
    """Yield each sentence of the phrase book as an example, with its stance."""
    text = files("pipeline.classify").joinpath("phrases.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if not line or line.startswith("#"):
            continue
        stance, voice, speaker, sentence = line.split("\t")
        known = speaker != "-"
        policy = POLICY.search(sentence) is not None
        example = Example(
            article="phrases",
            sentence=f"phrases:s{number}",
            text=sentence,
            kind=voice if voice in KINDS else "body",
            quote="none" if voice in KINDS else voice,
            speaker_id="phrases:p0" if known else None,
            speaker="",
            speaker_kind="person" if known else "",
            description=speaker if known else "",
            policy=policy,
            policy_near=policy,
        )
        yield example, stance
