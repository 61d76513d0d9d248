"""Whose position a sentence is, and which side a speaker is on."""

import pytest

from pipeline.analysis.stance import speakers_of
from pipeline.records import LedgerEntry, Scores, Stance, StanceCounts, position_of


@pytest.mark.parametrize(
    ("pro", "anti", "side"),
    [(0, 0, "neutral"), (1, 0, "pro"), (3, 1, "pro"), (2, 1, "mixed"), (1, 1, "mixed"), (1, 3, "anti"), (0, 5, "anti")],
)
def test_three_quarters_of_the_stanced_sentences_make_a_side(pro: int, anti: int, side: str) -> None:
    assert position_of(StanceCounts(pro=pro, anti=anti, neutral=9)) == side


def test_only_a_speakers_own_sentences_count() -> None:
    scores = Scores(pro=0.8, anti=0.1, neutral=0.1)
    stances = [
        Stance(
            sentence=f"a:s{n}", article="a", label="pro", scores=scores, uncertain=False, speaker=who, voice="reported",
            why=(),
        )
        for n, who in enumerate(["a:p0", "a:p0", None, "a:p1"])
    ]  # fmt: skip
    ledger = [
        LedgerEntry(
            id=f"a:p{n}", article="a", name=f"N{n}", kind="person", role=None, affiliation=None, mentions=(), quotes=()
        )
        for n in range(3)
    ]
    found = speakers_of(ledger, stances)
    assert [(s.name, s.stance.pro, s.position) for s in found] == [
        ("N0", 2, "pro"),
        ("N1", 1, "pro"),
        ("N2", 0, "neutral"),
    ]
