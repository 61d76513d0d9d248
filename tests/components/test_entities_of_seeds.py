"""The whole entity stage, parser included, on the five seeds: the names that a reader looks for first."""

from pathlib import Path

import pytest

from pipeline.analysis.analyser import Analyser, Analysis
from pipeline.analysis.intake import clean_article
from pipeline.text.raw import RawArticle

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
PERSONS = ("Trump", "Campbell", "Moussavian")
NAMES = {
    "U.S. Immigration and Customs Enforcement": "ORG",
    "Immigration and Customs Enforcement": "ORG",
    "ICE": "ORG",
    "Federation for American Immigration Reform": "ORG",
    "National Immigration Law Center": "ORG",
    "NILC": "ORG",
    "Trust Act": "LAW",
    "Boston Trust Act": "LAW",
    "Eagle Tribune": "ORG",
    "Massachusetts": "GPE",
}


@pytest.fixture(scope="module")
def analyses(analyser: Analyser) -> list[Analysis]:
    raws = [RawArticle(id=p.stem[:3], source_file=p.name, sha256="", text=p.read_text("utf-8")) for p in SEEDS]
    return list(analyser(clean_article(raw, None) for raw in raws))


@pytest.mark.parametrize("name", PERSONS)
def test_a_surname_is_a_person_everywhere(analyses: list[Analysis], name: str) -> None:
    labels = {e.label for a in analyses for e in a.entities if e.text == name}
    assert labels == {"PERSON"}


@pytest.mark.parametrize(("name", "label"), NAMES.items())
def test_a_known_name_has_its_label_everywhere(analyses: list[Analysis], name: str, label: str) -> None:
    assert {e.label for a in analyses for e in a.entities if e.text == name} == {label}


@pytest.mark.parametrize(
    ("seed", "surface", "full"),
    [
        ("001", "Campbell", "Linda Campbell"),
        ("002", "Moussavian", "Avideh Moussavian"),
        ("002", "Trump", "Donald Trump"),
        ("002", "NILC", "National Immigration Law Center"),
        ("000", "ICE", "U.S. Immigration and Customs Enforcement"),
    ],
)
def test_a_short_form_is_counted_under_the_fullest(
    analyses: list[Analysis], seed: str, surface: str, full: str
) -> None:
    (found,) = (a for a in analyses if a.article.id == seed)
    assert {e.entity for e in found.entities if e.text == surface} == {full}


def test_no_entity_leaves_its_sentence(analyses: list[Analysis]) -> None:
    for found in analyses:
        sentences = {s.id: s for s in found.sentences}
        for e in found.entities:
            assert sentences[e.sentence].start <= e.start < e.end <= sentences[e.sentence].end
            assert found.article.text[e.start : e.end] == e.text


def test_reference_numbers_of_the_question_and_answer_page_are_no_entities(analyses: list[Analysis]) -> None:
    (found,) = (a for a in analyses if a.article.id == "003")
    assert not [e for e in found.entities if e.text.isdigit()]
