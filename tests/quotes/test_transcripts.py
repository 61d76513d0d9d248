"""What makes a transcript, and where its turns end."""

from collections.abc import Callable

import pytest

from pipeline.analysis.analyser import Analysis
from pipeline.quotes.transcripts import transcript_candidates
from pipeline.quotes.tree import from_doc

Analyse = Callable[[str], Analysis]


def turns(found: Analysis) -> list[list[str]]:
    tree = from_doc(found.doc)
    return [[tree.text[slice(*tree.chars(*part))] for part in c.content] for c in transcript_candidates(tree)]


def test_a_turn_goes_on_until_a_label_or_a_question(analyse: Analyse) -> None:
    text = (
        "Ana Ruiz: We are full.\n\nWe have been for years.\n\n2. Who pays for that?\n\n"
        "Dana Orr: The state.\n\nAna Ruiz: The county pays."
    )
    assert turns(analyse(text)) == [["We are full", "We have been for years"], ["The state"], ["The county pays"]]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The jail is full.\n\nUpdate: It is empty.",
        "THE CLAIM: The jail is full.\n\nTHE FACTS: It is half empty.",
        "Ana Ruiz: The jail is full.\n\nThe council met.",
        "The council met at 7:30 and again at 9:15.\n\nIt rained.",
    ],
)
def test_other_labels_make_no_transcript(analyse: Analyse, text: str) -> None:
    assert turns(analyse(text)) == []
