"""The phrase book (annotations/phrases.tsv): positions and neutral reports as usually worded, to train on too."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.classify.examples import Example, names_policy
from pipeline.errors import AnnotationError
from pipeline.records import STANCES

KINDS = ("headline", "heading", "caption")  # voices that are a kind of sentence rather than a type of quotation
FIELDS = 4
PHRASES = "phrases.tsv"
Phrase = tuple[Example, str]  # with its stance


def read_phrases(path: Path) -> Sequence[Phrase]:
    """Read a phrase book; where there is none, training does without.

    Raises:
        AnnotationError: a line lacks a field; `where` is path:line.
    """
    if not path.exists():
        return []
    book: list[Phrase] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != FIELDS or fields[0] not in STANCES:
            raise AnnotationError("not a phrase", f"{path}:{number}", "write stance, voice, speaker and sentence")
        _, voice, speaker, sentence = fields
        known = speaker != "-"
        policy = names_policy(sentence)
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
            about=speaker if known else "",
            policy=policy,
            policy_near=policy,
        )
        book.append((example, fields[0]))
    return book
