"""The code book: patterns of words, and the sentences that were labelled with its points."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus.code_book import SHIPPED, CodeBook, shipped_book
from pipeline.corpus.read_points import read_points
from pipeline.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
BOOK = """@water\twell|stream*
well\tpro\tThe well is deep.
\t@water & deep
\tbig * well
well\tanti\tThe well is dry.
\tdry & !high and dry
"""


def book(folder: Path, text: str) -> CodeBook:
    (folder / "points.tsv").write_text(text)
    return CodeBook(tuple(read_points(folder / "points.tsv")))


@pytest.mark.parametrize(
    ("text", "side", "points"),
    [
        ("Deep are the Streams.", "pro", ["well"]),
        ("The streams are wide.", "pro", []),
        ("a big old well", "pro", ["well"]),
        ("a big well", "pro", []),
        ("a dry well", "pro", []),
        ("a dry well", "anti", ["well"]),
        ("left high and dry", "anti", []),
    ],
)
def test_a_pattern_holds_when_all_its_terms_do(tmp_path: Path, text: str, side: str, points: list[str]) -> None:
    assert book(tmp_path, BOOK).points_of(text, side) == points


@pytest.mark.parametrize(
    ("text", "line"),
    [("well\tboth\tWords.\n\ta\n", 1), ("well\tpro\tWords.\n\nfree\tpro\tWords.\n\ta\n", 2), ("\ta\n", 1)],
)
def test_a_fault_is_named_by_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        book(tmp_path, text)
    assert caught.value.where.endswith(f"points.tsv:{line}")


def test_an_unknown_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="@wells"):
        book(tmp_path, "well\tpro\tWords.\n\t@wells & a\n")


@given(st.text(max_size=80), st.sampled_from(["pro", "anti"]))
def test_any_text_has_points_of_the_book(text: str, side: str) -> None:
    known = {p.id for p in read_points(SHIPPED) if p.side == side}
    assert set(shipped_book().points_of(text, side)) <= known


def test_each_point_of_a_side_is_there_once_and_finds_something() -> None:
    points = list(read_points(SHIPPED))
    assert len({(p.id, p.side) for p in points}) == len(points)
    for point in points:
        wordings = [term.anyof[0] for term in point.patterns[-1] if not term.negated]
        text = " ".join(word.replace("*", "") or "one" for wording in wordings for word in wording)
        assert point.id in shipped_book().points_of(text, point.side), point


def test_labelled_sentences_have_points_of_the_book() -> None:
    known = {p.id for p in read_points(SHIPPED)} | {"-"}
    for line in (ROOT / "annotations" / "points.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            assert re.fullmatch(r"[\w-]+\t\d+\t\d+\t(write|figure)\t[a-z -]+", line)
            assert set(line.split("\t")[4].split()) <= known
