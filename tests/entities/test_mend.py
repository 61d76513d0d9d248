"""Rules on hand-made documents: what the model would say is given, so that no model is needed."""

import pytest
import spacy
from spacy.tokens import Span

from pipeline.components.entity_mender import EntityMender

NLP = spacy.blank("en")
MEND = EntityMender(NLP, "mender")


def mended(text: str, *model: tuple[str, str]) -> dict[str, str]:
    """Mend a text in which the model found the given names, each everywhere; one line is one sentence."""
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or "\n" in doc[token.i - 1].text
    ents: list[Span] = []
    for name, label in model:
        at = text.find(name)
        while at >= 0:
            span = doc.char_span(at, at + len(name), label=label, alignment_mode="expand")
            if (
                span is not None
                and not any(t.ent_type for t in span)
                and all(span.end <= e.start or e.end <= span.start for e in ents)
            ):
                ents.append(span)
            at = text.find(name, at + 1)
    doc.ents = ents
    return {e.text: e.label_ for e in MEND(doc).ents}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("It was sent by U.S. Immigration and Customs Enforcement.", "U.S. Immigration and Customs Enforcement", "ORG"),
        ("Agents of ICE came.", "ICE", "ORG"),
        ("She works at the Federation for American Immigration Reform.", "Federation for American Immigration Reform", "ORG"),
        ("The Harlow County Board of Supervisors met.", "Harlow County Board of Supervisors", "ORG"),
        ("He leads the Oregon Immigrant and Refugee Advocacy Coalition.", "Oregon Immigrant and Refugee Advocacy Coalition", "ORG"),
        ("A clerk of the Alder County Sheriff's Office wrote it.", "Alder County Sheriff's Office", "ORG"),
        ("So wrote the Plainfield Courier.", "Plainfield Courier", "ORG"),
        ("They voted for the Republican Party.", "Republican Party", "ORG"),
        ("Most Democrats agreed.", "Democrats", "NORP"),
        ("The Republican-led states sued.", "Republican", "NORP"),
        ("Backers of the Trust Act met.", "Trust Act", "LAW"),
        ("It rests on Section 1373 alone.", "Section 1373", "LAW"),
        ("It cites 8 U.S.C. 1373 twice.", "8 U.S.C. 1373", "LAW"),
        ("He vetoed House Bill 370 again.", "House Bill 370", "LAW"),
        ("The county left 287(g) in May.", "287(g)", "LAW"),
        ("They cite the Fifth and Tenth Amendments.", "Fifth and Tenth Amendments", "LAW"),
        ("A man from Selah Creek, Wash., sued.", "Selah Creek", "GPE"),
        ("A man from Selah Creek, Wash., sued.", "Wash.", "GPE"),
        ("He lives in Elkton, Vt., now.", "Vt.", "GPE"),
        ("The jail of Harlow County is full.", "Harlow County", "GPE"),
        ("They came across the Rio Grande Valley.", "Rio Grande Valley", "LOC"),
        ("It was on Garnet Street yesterday.", "Garnet Street", "FAC"),
        ("Then state Rep. Ana Ruiz rose.", "Ana Ruiz", "PERSON"),
        ("Attorney General Pat O'Hara sued.", "Pat O'Hara", "PERSON"),
        ("Edda Krohn, who runs the shelter, left.", "Edda Krohn", "PERSON"),
        ("It happened on Nov. 20, 2017.", "Nov. 20, 2017", "DATE"),
    ],
)  # fmt: skip
def test_rules_name_what_the_model_missed(text: str, name: str, label: str) -> None:
    assert mended(text).get(name) == label


def test_a_surname_is_the_person_everywhere() -> None:
    found = mended(
        "State Rep. Linda Campbell spoke.\nCampbell said no.\nThen Campbell left.",
        ("Campbell said", "ORG"),
        ("Campbell", "ORG"),
    )
    assert found == {"Linda Campbell": "PERSON", "Campbell": "PERSON"}


def test_a_town_in_a_list_of_towns_is_no_person() -> None:
    found = mended(
        "They named Boston, Lawrence and Hartford.", ("Boston", "GPE"), ("Lawrence", "PERSON"), ("Hartford", "GPE")
    )
    assert found["Lawrence"] == "GPE"


def test_an_introduced_acronym_is_a_body_wherever_it_stands() -> None:
    found = mended("The Valley Tenants Union (VTU) met.\nVTU was loud.", ("VTU", "PERSON"))
    assert found == {"Valley Tenants Union": "ORG", "VTU": "ORG"}


def test_references_and_list_numbers_are_no_entities() -> None:
    assert mended("1. Costs\nJails are full [2] [3].", ("1", "CARDINAL"), ("2", "CARDINAL"), ("3", "CARDINAL")) == {}


def test_edges_lose_articles_marks_and_possessives() -> None:
    found = mended(
        "He saw the “Green Tale” and the Tilden’s.", ("the “Green Tale”", "WORK_OF_ART"), ("the Tilden’s", "ORG")
    )
    assert found == {"Green Tale": "WORK_OF_ART", "Tilden": "ORG"}


def test_a_name_ends_with_its_line() -> None:
    found = mended("By Milton Orr\nCounty Beacon\nJails", ("Milton Orr\nCounty", "PERSON"))
    assert found == {"Milton Orr": "PERSON", "County Beacon": "ORG"}


def test_plain_words_are_no_names() -> None:
    assert (
        mended(
            "We spoke of civil rights.\nTraining costs more.\nNo training.",
            ("civil rights", "ORG"),
            ("Training", "PERSON"),
        )
        == {}
    )


@pytest.mark.parametrize(
    ("text", "model", "name", "label"),
    [
        ("They spent about $96,000 on it.", [("96,000", "MONEY")], "about $96,000", "MONEY"),
        ("They held more than 4,500 people.", [("4,500", "CARDINAL")], "more than 4,500", "CARDINAL"),
        ("It rose between 2014 and 2016.", [("between 2014", "DATE"), ("2016", "DATE")], "between 2014 and 2016", "DATE"),
        ("It fell in 2011.", [("2011", "CARDINAL")], "2011", "DATE"),
        ("It came Tuesday, Feb. 21, 2017.", [("Tuesday", "DATE")], "Tuesday, Feb. 21, 2017", "DATE"),
        ("They met Wednesday night.", [("Wednesday", "DATE")], "Wednesday night", "TIME"),
        ("Mr. Tom Vance, 63, agreed.", [("63", "CARDINAL")], "63", "DATE"),
        ("It began at 9 a.m. CST sharp.", [("9 a.m.", "TIME"), ("CST", "PERSON")], "9 a.m. CST", "TIME"),
    ],
)  # fmt: skip
def test_figures_and_dates_are_completed(text: str, model: list[tuple[str, str]], name: str, label: str) -> None:
    assert mended(text, *model).get(name) == label


def test_a_transcript_names_its_speakers() -> None:
    found = mended("OKORO: Yes.\nSOLBERG: Why?\nOKORO: Law.\nSOLBERG: Thanks.")
    assert found == {"OKORO": "PERSON", "SOLBERG": "PERSON"}


def test_a_dateline_is_a_place_and_its_agency_a_body() -> None:
    found = mended("HARLOW, Ore. (KXYZ) – A judge ruled.")
    assert found == {"HARLOW": "GPE", "Ore.": "GPE", "KXYZ": "ORG"}
