"""What the model marks too widely is cut to a name, and what cannot be a name is dropped."""

import pytest
import spacy

from pipeline.entities.edges import clip
from pipeline.entities.mention import MODEL, Mention
from pipeline.entities.page import Page

NLP = spacy.blank("en")


def clipped(text: str, marked: str, label: str) -> list[str]:
    """Clip one marked stretch of a text in which every line is a sentence."""
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or "\n" in doc[token.i - 1].text
    at = text.index(marked)
    span = doc.char_span(at, at + len(marked), alignment_mode="expand")
    assert span is not None
    page = Page(doc)
    return [page.surface(m.start, m.end) for m in clip(page, Mention(span.start, span.end, label, MODEL, 0))]


@pytest.mark.parametrize(
    ("text", "marked", "label", "left"),
    [
        ("It cites the Harlow Trust.", "the Harlow Trust", "ORG", ["Harlow Trust"]),
        ("It is “Harlow Trust” now.", "“Harlow Trust”", "ORG", ["Harlow Trust"]),
        ("He read Harlow's plan.", "Harlow's", "GPE", ["Harlow"]),
        ("He read Harlow’s plan.", "Harlow’s", "GPE", ["Harlow"]),
        ("He left Harlow, then.", "Harlow,", "GPE", ["Harlow"]),
        ("Selwick | Harlow | Lund", "Selwick | Harlow | Lund", "ORG", ["Selwick", "Harlow", "Lund"]),
        ("From Harlow/Elkton it goes.", "Harlow/Elkton", "GPE", ["Harlow", "Elkton"]),
        ("By Ana Ruiz\nHarlow Beacon\nIt rained.", "Ana Ruiz\nHarlow Beacon", "PERSON", ["Ana Ruiz", "Harlow Beacon"]),
        ("Write to Ana Ruiz @anaruiz today.", "Ana Ruiz @anaruiz", "PERSON", ["Ana Ruiz"]),
        ("She works for Lund Inc. in town.", "Lund Inc.", "ORG", ["Lund Inc."]),
        ("He lives in Elkton, Vt., now.", "Vt.", "GPE", ["Vt."]),
        ("See Photo Harlow Trust.", "Photo Harlow Trust", "ORG", ["Harlow Trust"]),
        ("They met in Harlow (Oregon) then.", "Harlow (Oregon)", "GPE", ["Harlow (Oregon)"]),
    ],
)
def test_only_the_name_is_left(text: str, marked: str, label: str, left: list[str]) -> None:
    assert clipped(text, marked, label) == left


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        ("They spoke of civil rights.", "civil rights", "ORG"),
        ("It was the “”, he said.", "“”", "WORK_OF_ART"),
        ("The Department agreed.", "Department", "ORG"),
        ("Jails are full [2].", "2", "CARDINAL"),
        ("Jails are full [2, 3].", "3", "CARDINAL"),
        ("3. Costs rise", "3", "CARDINAL"),
        ("They. The end.", "The", "ORG"),
        ("Harlow - Sports - Weather", "Harlow - Sports - Weather", "ORG"),
    ],
)
def test_what_is_no_name_is_dropped(text: str, marked: str, label: str) -> None:
    assert clipped(text, marked, label) == []


def test_a_figure_keeps_its_article() -> None:
    assert clipped("It took a decade to build.", "a decade", "DATE") == ["a decade"]


def test_a_plain_word_that_only_opens_a_sentence_is_no_name() -> None:
    assert clipped("Harvest costs more.\nThe harvest is long.", "Harvest", "PERSON") == []
    assert clipped("Harvest costs more.\nThe course is long.", "Harvest", "PERSON") == ["Harvest"]
