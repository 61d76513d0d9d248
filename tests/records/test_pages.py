"""Names of pages: safe whatever the id is, known again, and each hangs on its own article."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.records.own_files import own_files
from pipeline.records.pages import PAGE, page_of

ids = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(ids, ids)
@example("../../etc/passwd", "..-..-etc-passwd")
@example("A", "a")
@example("con", "CON")
@example("", "\0")
@example("x" * 5000, "x" * 5001)
def test_names_are_plain_short_and_differ_where_ids_do(one: str, other: str) -> None:
    name = page_of(one)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert name[0] not in "-."
    assert len(name) < 70
    assert PAGE.fullmatch(name)
    assert (name == page_of(other)) == (one == other)


@given(ids)
def test_a_page_is_known_as_a_run_s_own(one: str) -> None:
    assert own_files(Path("out"))(Path("out", "report", page_of(one)))


def test_a_name_can_be_read() -> None:
    assert page_of("Agency 001").startswith("agency-001-")


def test_pages_of_reports_before_1_0_are_known_and_those_of_others_are_not() -> None:
    assert PAGE.fullmatch("000012.html")
    assert not [name for name in ("notes.html", "corpus.html", "12.html", "a-000012.html") if PAGE.fullmatch(name)]
