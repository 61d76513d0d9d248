import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.parsing.tokens import LONGEST, BoundedTokenizer

PLAIN = spacy.blank("en")


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    nlp = spacy.blank("en")
    saved = tmp_path_factory.mktemp("parser") / "tokenizer"
    own = BoundedTokenizer(nlp.tokenizer)
    own.to_disk(saved)
    nlp.tokenizer = own.from_disk(saved)
    return nlp


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Detective Sgt. Ann Lee", ["Detective", "Sgt.", "Ann", "Lee"]),
        ("full.”― Ann", ["full", ".", "”", "―", "Ann"]),
        ("He left the sgt.", ["He", "left", "the", "sgt", "."]),
    ],
)
def test_tokens(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in nlp.make_doc(text)] == tokens


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.sampled_from(["can't", "“U.S.”", "x-ray,", "gimme", "$5m.", "http://a.org/b", ":-)", "a.m.", "é…"]),
        max_size=9,
    )
)
def test_other_words_are_taken_apart_as_by_spacy(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    own, theirs = nlp.make_doc(text), PLAIN.make_doc(text)
    assert [(t.text, t.norm_) for t in own] == [(t.text, t.norm_) for t in theirs]


@settings(deadline=None, max_examples=50)
@given(st.text(st.sampled_from("a.\"“ \n$=—'’7é"), max_size=40), st.integers(0, 2 * LONGEST))
@example("=", 20_000)
def test_words_of_any_length_keep_the_text(nlp: Language, text: str, times: int) -> None:
    """20,000 signs at once would take spaCy minutes."""
    assert nlp.make_doc(text * times).text == text * times


def test_a_long_word_changes_no_other_token(nlp: Language) -> None:
    doc = nlp.make_doc(f"He can't go to the U.S. {'x' * 1000} “No,” she said.")
    around = [t.text for t in doc]
    assert doc[2].norm_ == "not"
    assert around[:7] == ["He", "ca", "n't", "go", "to", "the", "U.S."]
    assert around[-7:] == ["“", "No", ",", "”", "she", "said", "."]
