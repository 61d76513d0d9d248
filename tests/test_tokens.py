import pytest
import spacy

from pipeline.tokens import adjust


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Detective Sgt. Ann Lee", ["Detective", "Sgt.", "Ann", "Lee"]),
        ("full.”― Ann", ["full", ".", "”", "―", "Ann"]),
        ("He left the sgt.", ["He", "left", "the", "sgt", "."]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    nlp = spacy.blank("en")
    adjust(nlp)
    assert [t.text for t in nlp.make_doc(text)] == tokens
