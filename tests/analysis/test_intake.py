"""Taking in articles: sorted by id, one for each id, copies named, what the input states kept."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.analysis.intake import Intake, clean_article
from pipeline.params import CleanParams, Params
from pipeline.records import Article, Failure
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs

PARAMS = CleanParams(max_chars=1000, duplicate_jaccard=0.8, shingle_words=5, permutations=128)
LONG = "The council of Harlow voted on Monday night to keep its rule after hours of talk with the sheriff."


def raw(name: str, text: str = "It rained.", file: str = "in.txt") -> RawArticle:
    return RawArticle(id=name, source_file=file, sha256="", text=text)


def taken_in(
    items: Sequence[RawArticle | Failure], params: CleanParams = PARAMS
) -> tuple[list[Article], list[Failure]]:
    failures: list[Failure] = []
    with Intake(params, failures.append) as intake:
        intake.add_all(items)
        articles = list(intake)
        assert intake.count == len(articles)
    return articles, failures


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=4), unique=True, max_size=8))
def test_articles_come_out_by_code_points_of_their_ids(ids: list[str]) -> None:
    articles, failures = taken_in([raw(i) for i in ids])
    assert [a.id for a in articles] == sorted(ids)
    assert failures == []


def test_letters_outside_the_basic_plane_come_after_all_others() -> None:
    articles, _ = taken_in([raw(i) for i in ("\U0001f4f0", "\uffee", "é", "z", "Z", "10", "9")])
    assert [a.id for a in articles] == ["10", "9", "Z", "z", "é", "\uffee", "\U0001f4f0"]


def test_of_two_with_one_id_the_first_is_kept_and_the_second_names_both() -> None:
    articles, failures = taken_in([raw("x", "First.", "a/x.txt"), raw("x", "Second.", "b/x.txt")])
    assert [a.text for a in articles] == ["First."]
    (failure,) = failures
    assert failure.input == "b/x.txt"
    assert "a/x.txt" in failure.error
    assert "'x'" in failure.error
    assert failure.fix


def test_two_lines_of_one_file_and_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("It rained.")
    (tmp_path / "c.jsonl").write_text('{"id": "y", "text": "One."}\n\n{"id": "y", "text": "Two."}\n')
    paths = [str(tmp_path / name) for name in ("a", "b/x.txt", "c.jsonl")]
    _, failures = taken_in(list(read_inputs(paths, PARAMS.max_chars)))
    assert [f.input for f in failures] == ["x.txt", "c.jsonl:3"]
    assert failures[0].error == "the id 'x' of b/x.txt is already that of a/x.txt"
    assert failures[1].error == "the id 'y' of c.jsonl:3 is already that of c.jsonl:1"
    assert str(tmp_path) not in str(failures)  # no path of the machine in an output


def test_ids_that_differ_in_case_or_spaces_are_two() -> None:
    articles, failures = taken_in([raw("X"), raw("x"), raw("x ")])
    assert [a.id for a in articles] == ["X", "x", "x "]
    assert failures == []


def test_failures_are_passed_on_and_the_rest_goes_in() -> None:
    broken = Failure(input="y.txt", error="empty", fix="fill it")
    articles, failures = taken_in([broken, raw("x")])
    assert [a.id for a in articles] == ["x"]
    assert failures == [broken]


def test_the_smallest_id_of_copies_is_the_original_whatever_the_order_of_input() -> None:
    articles, _ = taken_in([raw("c", LONG), raw("b", "Another text altogether, about boats."), raw("a", LONG)])
    assert [(a.id, a.duplicate_of) for a in articles] == [("a", None), ("b", None), ("c", "a")]


def test_what_the_input_states_wins_over_what_the_text_shows() -> None:
    text = "Town keeps rule\n\nBy Ana Ruiz\n\nThe council voted."
    shown = clean_article(raw("a", text), None)
    assert (shown.title, shown.authors) == ("Town keeps rule", ("Ana Ruiz",))
    stated = RawArticle(id="a", source_file="-", sha256="s", text=text, title="T", authors=("Tom Lund",), url="u")
    found = clean_article(stated, "0")
    assert (found.title, found.authors, found.url, found.sha256) == ("T", ("Tom Lund",), "u", "s")
    assert (found.duplicate_of, found.text) == ("0", text)


def test_nothing_in_gives_nothing_out(params: Params) -> None:
    assert taken_in([], params.clean) == ([], [])
