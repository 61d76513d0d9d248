"""What a statement shows: speech, who is cited, markers, stems."""

import pytest
from scenes import Line, statements_of

from pipeline.graph.cues import markers_of


def test_speech_is_that_of_the_speaker() -> None:
    found = statements_of(
        [Line("A.", "pro", "Ann Lee", "direct"), Line("B.", "pro"), Line("C.", "pro", "Bo Fox", "mixed")]
    )
    assert [s.speech for s in found] == ["direct", "none", "mixed"]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Witnesses stay away because they are afraid.", "reason"),
        ("That’s why the rule matters.", "conclusion"),
        ("However, critics say it fails.", "contrast"),
        ("A study counted fewer thefts.", "count"),
        ("A judge ruled it void.", "law"),
        ("The city should end it.", "verdict"),
        ("It told us nothing.", "experience"),
        ("Is that fair?”", "question"),
    ],
)
def test_markers_are_seen(text: str, marker: str) -> None:
    assert marker in markers_of(text)


def test_the_country_is_not_the_pronoun() -> None:
    assert "experience" not in markers_of("US agents came.")
