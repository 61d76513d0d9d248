"""What each rule must leave alone; what they find is tested where they work together."""

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.acronyms import find_acronyms
from pipeline.entities.bodies import find_bodies
from pipeline.entities.known import find_known
from pipeline.entities.laws import find_laws
from pipeline.entities.lexicon import phrases, words
from pipeline.entities.mention import Mention
from pipeline.entities.numbers import find_dates
from pipeline.entities.page import Page
from pipeline.entities.people import find_people
from pipeline.entities.places import find_places

NLP = spacy.blank("en")
Finder = Callable[[Page], list[Mention]]


def laws(page: Page) -> list[Mention]:
    ends = {start + len(word): i for i, (start, word) in enumerate(zip(page.starts, page.words, strict=True))}
    return find_laws(page, {start: i for i, start in enumerate(page.starts)}, ends)


def acronyms(page: Page) -> list[Mention]:
    return find_acronyms(page, find_bodies(page))


def page_of(text: str) -> Page:
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or "\n" in doc[token.i - 1].text
    return Page(doc)


def names(find: Finder, text: str) -> list[tuple[str, str]]:
    page = page_of(text)
    return [(page.surface(m.start, m.end), m.label) for m in find(page)]


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_bodies, "A U.S. District Judge ruled."),
        (find_bodies, "The Department agreed."),
        (find_bodies, "The council met on the board."),
        (laws, "She teaches at the College of Law."),
        (laws, "The Act is old."),
        (laws, "They walked to platform 9 and section end."),
        (acronyms, "The Valley Tenants Union (see below) met."),
        (acronyms, "The Valley Tenants Union (V) met."),
        (acronyms, "It was loud (VERY) there."),
        (find_people, "The Sheriff said no."),
        (find_people, "By Monday it was over."),
        (find_people, "WARNING: it is hot."),
        (find_people, "Virginia Beach is a city."),
        (find_places, "He wrote Jordan a letter."),
        (find_places, "MEETINGS of the board"),
        (find_places, "La. la. la."),
        (find_dates, "They may march in august company. May they?"),
        (find_known, "House prices rise."),
        (find_known, "They house people."),
    ],
)
def test_no_rule_fires(find: Finder, text: str) -> None:
    assert names(find, text) == []


@pytest.mark.parametrize(
    ("find", "text", "found"),
    [
        (laws, "See Ruiz v. Lund, 512 U.S. 44.", ("Ruiz v. Lund, 512 U.S. 44", "LAW")),
        (laws, "It breaks Section 1373(a) again.", ("Section 1373(a)", "LAW")),
        (find_people, "By Ana Ruiz", ("Ana Ruiz", "PERSON")),
        (find_people, "It was Edda Krohn, 41, of Elkton.", ("Edda Krohn", "PERSON")),
        (find_people, "Judge Ana de la Cruz Jr. spoke.", ("Ana de la Cruz Jr.", "PERSON")),
        (acronyms, "The Valley Tenants Union (VTU) met.\nThe VTU won.", ("VTU", "ORG")),
        (find_places, "SELAH CREEK, Wash. – It rained.", ("SELAH CREEK", "GPE")),
        (find_dates, "It began Nov. 20, 2017, at noon.", ("Nov. 20, 2017", "DATE")),
    ],
)
def test_the_whole_name_is_found(find: Finder, text: str, found: tuple[str, str]) -> None:
    assert found in names(find, text)


def test_no_name_goes_over_a_line() -> None:
    assert names(find_bodies, "A long way to Harlow\nBoard of Trade") == [("Board of Trade", "ORG")]


@given(st.text(alphabet="ABab.,()’'“”- \n\t12U§", max_size=120))
def test_rules_stay_inside_the_document_on_any_text(text: str) -> None:
    page = page_of(text)
    for find in (find_bodies, laws, acronyms, find_people, find_places, find_dates, find_known):
        assert all(0 <= m.start < m.end <= len(page.words) for m in find(page))


@given(st.text(max_size=80))
def test_a_page_tells_every_token_where_it_stands(text: str) -> None:
    page = page_of(text)
    assert page.text == text
    assert all(text.startswith(word, start) for word, start in zip(page.words, page.starts, strict=True))


def test_a_names_longest_form_is_tried_first() -> None:
    for options in phrases().values():
        sizes = [len(tokens) for tokens, _ in options]
        assert sizes == sorted(sizes, reverse=True)


def test_words_are_known_in_capitals_too() -> None:
    assert all(word.upper() in words("titles") for word in words("titles"))
