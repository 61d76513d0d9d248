"""Canonical names: the fullest form in the article."""

import pytest

from pipeline.entities.body_names import BodyNames
from pipeline.entities.person_names import PersonNames
from pipeline.entities.states import state_name

LONG = "U.S. Immigration and Customs Enforcement"


def test_a_surname_has_the_fullest_name() -> None:
    names = PersonNames(["Donald Trump", "Donald J. Trump", "Trump", "TRUMP"])
    assert [names.full(n) for n in ("Trump", "Donald Trump", "TRUMP")] == ["Donald J. Trump"] * 3


def test_of_two_with_one_surname_the_one_named_last_is_meant() -> None:
    names = PersonNames(["Ana Ruiz", "Tom Ruiz", "Ruiz"])
    assert [names.full(n) for n in ("Tom Ruiz", "Ruiz", "Ana Ruiz", "Ruiz")] == [
        "Tom Ruiz",
        "Tom Ruiz",
        "Ana Ruiz",
        "Ana Ruiz",
    ]


def test_a_name_suffix_is_no_surname() -> None:
    names = PersonNames(["Frank Allen Jr.", "Allen"])
    assert names.full("Allen") == "Frank Allen Jr."


@pytest.mark.parametrize("short", ["ICE", "Immigration and Customs Enforcement", LONG])
def test_a_body_has_its_longest_form(short: str) -> None:
    assert BodyNames({"ICE", "Immigration and Customs Enforcement", LONG}, {}).full(short) == LONG


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("NILC", "National Immigration Law Center"),
        ("FAIR", "Federation for American Immigration Reform"),
        ("DOJ", "Justice Department"),
        ("DHS", "U.S. Department of Homeland Security"),
        ("Homeland Security", "U.S. Department of Homeland Security"),
        ("Herald", "Wendell Bay Herald"),
    ],
)
def test_short_forms_are_spelt_out(short: str, name: str) -> None:
    assert BodyNames({short, name}, {}).full(short) == name


def test_the_articles_own_brackets_come_first() -> None:
    assert BodyNames({"CIS", "Citizens In Session"}, {"CIS": "Center for Immigration Studies"}).full("CIS") == (
        "Center for Immigration Studies"
    )


def test_a_part_of_two_names_stays_as_it_is() -> None:
    assert BodyNames({"Supreme Court", "U.S. Supreme Court", "Oregon Supreme Court"}, {}).full("Supreme Court") == (
        "Supreme Court"
    )


def test_both_forms_of_a_department_are_one() -> None:
    names = BodyNames({"Justice Department", "U.S. Department of Justice"}, {})
    assert names.full("Justice Department") == "U.S. Department of Justice"


def test_states_are_spelt_out() -> None:
    assert (state_name("Mass."), state_name("W.Va."), state_name("Boston")) == ("Massachusetts", "West Virginia", None)
