"""Speech that is reported, and speech that is only mentioned."""

from collections.abc import Callable

import pytest

from pipeline.analysis.analyser import Analysis
from pipeline.quotes.assertion import in_passing, is_asserted
from pipeline.quotes.tree import from_doc

Analyse = Callable[[str], Analysis]


@pytest.mark.parametrize(
    ("text", "cue", "asserted"),
    [
        ("Orr said the jail was full.", "said", True),
        ("Orr did not respond to requests for comment.", "respond", False),
        ("A spokeswoman declined to comment.", "declined", False),
        ("Unless Orr refuses to sign, the bill passes.", "refuses", False),
        ("Cities that refuse to sign lose money.", "refuse", False),
        ("Ana Ruiz, who refuses to sign, spoke.", "refuses", True),
    ],
)
def test_is_asserted(analyse: Analyse, text: str, cue: str, asserted: bool) -> None:
    tree = from_doc(analyse(text).doc)
    assert is_asserted(tree, tree.word.index(cue)) is asserted


@pytest.mark.parametrize(
    ("text", "cue", "passing"),
    [
        ("Orr urged a veto.", "urged", False),
        ("Orr sued the city, threatening to cut it off.", "threatening", False),
        ("Orr left after urging a veto.", "urging", True),
        ("The town may demand a veto.", "demand", True),
    ],
)
def test_in_passing(analyse: Analyse, text: str, cue: str, passing: bool) -> None:
    tree = from_doc(analyse(text).doc)
    assert in_passing(tree, tree.word.index(cue)) is passing
