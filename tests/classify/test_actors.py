"""The file of public positions and how speakers are looked up in it."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.actors import AGAINST_TYPE, known_actors, known_name, known_role, known_speaker, sides_of_subject


def side(name: str, description: str = "") -> str | None:
    known = known_speaker(name, description)
    return known.side if known else None


def test_every_line_names_a_record_and_a_year_and_stands_once() -> None:
    lines = known_actors()
    assert all(line.record and 2010 <= line.year <= 2026 for line in lines)
    assert len({(line.kind, line.name.lower()) for line in lines}) == len(lines)
    assert {line.side for line in lines if line.kind == "actor"} == {"pro", "anti"}
    assert {line.side for line in lines if line.kind == "role"} == {"pro", "anti"}


def test_actors_are_matched_by_whole_name() -> None:
    assert side("Donald Trump") == "anti"
    assert side("Donald J. Trump") == "anti"
    assert known_name("Trumpet Players") is None


def test_roles_of_both_sides_cancel() -> None:
    known = known_role("state Rep., a Republican")
    assert known is not None
    assert (known.side, known.name) == ("anti", "republican")
    assert known_role("Republican and Democratic leaders") is None


def test_a_surname_alone_is_known_where_its_bearers_agree() -> None:
    assert side("Sessions") == "anti"
    assert known_name("Johnson") is None


def test_a_role_serves_where_no_name_is_known() -> None:
    assert side("Ann Lee Carver", "a Republican from Ohio") == "anti"
    assert side("Ann Lee Carver", "a beekeeper from Ohio") is None


def test_a_name_counts_before_a_party() -> None:
    assert side("Art Acevedo", "a Republican") == "pro"


def test_who_acts_at_the_head_of_a_sentence_has_a_side() -> None:
    assert sides_of_subject("Democrats in the legislature killed the bill.") == {"pro"}
    assert sides_of_subject("Last week ICE's officers were turned away.") == {"anti"}
    assert sides_of_subject("Cold air and ice kept everyone at home.") == set()


@given(st.text(max_size=300))
def test_sides_of_any_text_are_sides(text: str) -> None:
    assert sides_of_subject(text) <= {"pro", "anti"}


ROLES = [known for known in known_actors() if known.kind == "role"]
ROLE_WORDS = sorted({word for known in ROLES for word in known.name.split()} - AGAINST_TYPE)


@given(
    st.lists(
        st.sampled_from(
            [*ROLE_WORDS, *(f"{word}s" for word in ROLE_WORDS if f"{word}s" not in AGAINST_TYPE), "of", "the"]
        ),
        max_size=8,
    )
)
def test_roles_stand_as_whole_words_singular_or_plural(words: list[str]) -> None:
    text = f" {' '.join(words)} "
    named = [known for known in ROLES if f" {known.name} " in text or f" {known.name}s " in text]
    one_side = len({known.side for known in named}) == 1
    assert known_role(" ".join(words)) == (named[0] if one_side else None)
