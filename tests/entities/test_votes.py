"""One name has one label in an article, told by the words around its mentions."""

import pytest
import spacy
from spacy.tokens import Span

from pipeline.components.entity_mender import EntityMender

NLP = spacy.blank("en")
MEND = EntityMender(NLP, "mender")


def labels(text: str, name: str, model: list[str]) -> set[str]:
    """Give the labels of a name's mentions after mending; `model` has one label for each mention, "" for none."""
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or "\n" in doc[token.i - 1].text
    ents, at = [], -1
    for label in model:
        at = text.index(name, at + 1)
        span = doc.char_span(at, at + len(name), label=label or "ORG")
        assert span is not None
        ents += [Span(doc, span.start, span.end, label=label)] if label else []
    doc.ents = ents
    return {e.label_ for e in MEND(doc).ents if e.text == name}


@pytest.mark.parametrize(
    ("text", "name", "model", "label"),
    [
        ("Aid went to Selwick.\nSelwick pays.\nIn Selwick it rained.", "Selwick", ["GPE", "ORG", "GPE"], "GPE"),
        ("Orvane said no.\nThen Orvane left.\nOrvane smiled.", "Orvane", ["ORG", "PERSON", "PERSON"], "PERSON"),
        ("Police in Selwick met.\nThey live in Selwick.", "Selwick", ["PERSON", "PERSON"], "GPE"),
        ("Orvane, who runs it, left.\nOrvane said so.", "Orvane", ["GPE", "ORG"], "PERSON"),
    ],
)
def test_all_mentions_take_the_label_with_most_votes(text: str, name: str, model: list[str], label: str) -> None:
    assert labels(text, name, model) == {label}


def test_a_mention_that_the_model_missed_is_found_again() -> None:
    assert labels("It was Selwick again.\nThey like Selwick.", "Selwick", ["GPE", ""]) == {"GPE"}
    doc = NLP("It was Selwick again. They like Selwick.")
    doc[0].is_sent_start = True
    doc.ents = [Span(doc, 2, 3, label="GPE")]
    assert [e.text for e in MEND(doc).ents] == ["Selwick", "Selwick"]


def test_the_same_article_is_labelled_the_same_whatever_the_order_of_equal_votes() -> None:
    text = "It was Quern.\nSo be it, Quern."
    assert labels(text, "Quern", ["ORG", "GPE"]) == labels(text, "Quern", ["GPE", "ORG"])
