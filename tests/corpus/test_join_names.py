"""One person or body is one actor; what may be two stays two."""

import pytest
from made_up_runs import corpus_of


def joined(*voices: tuple[str, str, str | None]) -> list[list[str]]:
    """Let each voice speak in an article of its own (0, 1, …); give the articles of each actor."""
    stories = {str(n): {"said": [("It rained.", "pro", voice)]} for n, voice in enumerate(voices)}
    return sorted([a["article"] for a in actor["appearances"]] for actor in corpus_of(stories)["actors"])


@pytest.mark.parametrize(
    "other", ["Ana M. Ruiz", "ana ruiz".title(), "Ána Ruiz", "Ana Ruiz Jr.", "Dr. Ana Ruiz", "ANA RUIZ"]
)
def test_forms_of_a_full_name_are_one_person(other: str) -> None:
    assert joined(("Ana Ruiz", "person", "Mayor"), (other, "person", None)) == [["0", "1"]]


def test_a_title_and_a_surname_is_the_bearer_who_has_the_title() -> None:
    voices = (("Ana Ruiz", "person", "Gov."), ("Lou Ruiz", "person", "farmer"), ("Ruiz", "person", "governor"))
    assert joined(*voices) == [["0", "2"], ["1"]]


def test_a_title_that_two_bearers_have_tells_nobody() -> None:
    voices = (("Ana Ruiz", "person", "Mayor"), ("Lou Ruiz", "person", "Mayor"), ("Ruiz", "person", "Mayor"))
    assert joined(*voices) == [["0"], ["1"], ["2"]]


def test_a_surname_alone_is_no_actor() -> None:
    assert joined(("Ana Ruiz", "person", None), ("Ruiz", "person", None)) == [["0"]]


def test_one_name_in_two_states_is_two_people() -> None:
    voices = [("Ana Ruiz", "person", f"a sheriff from {state}") for state in ("Ohio", "Texas", "Ohio")]
    assert joined(*voices) == [["0", "2"], ["1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Justice Department", "U.S. Department of Justice"),
        ("The Harlow Defense Fund", "Harlow Defense Fund"),
        ("Harlow Defense Fund", "HDF"),
        ("U.S. Supreme Court", "The US Supreme Court"),
    ],
)
def test_forms_of_a_body_are_one(one: str, other: str) -> None:
    assert joined((one, "organisation", None), (other, "organisation", None)) == [["0", "1"]]


def test_an_acronym_of_two_bodies_is_neither() -> None:
    voices = [(name, "organisation", None) for name in ("Harlow Defense Fund", "Harlow Dairy Farmers", "HDF", "HDF")]
    assert joined(*voices) == [["0"], ["1"], ["2", "3"]]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("City Council", "organisation"),
        ("the sheriff's office", "organisation"),
        ("Ruiz's office", "organisation"),
        ("No county", "organisation"),
        ("Officials", "group"),
        ("a farmer", "unnamed"),
        ("report", "document"),
    ],
)
def test_what_could_be_anybody_is_no_actor(name: str, kind: str) -> None:
    assert joined((name, kind, None)) == []
