"""Title, authors, date and source as the text shows them."""

import pytest

from pipeline.text.blocks import find_blocks
from pipeline.text.dates import find_date, is_date_line
from pipeline.text.metadata import Metadata, find_metadata

LEAD = "The council of Marlow voted late on Monday to keep its rule on holds, after four hours of talk in a full hall."


def read(*lines: str) -> Metadata:
    text = "\n\n".join(("Town keeps rule", *lines, LEAD, LEAD))
    return find_metadata(text, find_blocks(text))


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("By Dana Holt", ("Dana Holt",), None),
        ("By Dana Holt, Marlow Star", ("Dana Holt",), "Marlow Star"),
        ("By Dana Holt and Lee J. Ortiz, Associated Press", ("Dana Holt", "Lee J. Ortiz"), "Associated Press"),
        ("By Dana Holt, Ann Fry and Lee Ortiz", ("Dana Holt", "Ann Fry", "Lee Ortiz"), None),
        ("BY DANA HOLT-REYES", ("Dana Holt-Reyes",), None),
        ("By Sen. Dana Holt", ("Dana Holt",), None),
        ("By Dana Holt | The Marlow Star", ("Dana Holt",), "Marlow Star"),
        ("By Dana Holt, Staff Writer", ("Dana Holt",), None),
        ("By Dana Holt May 2, 2017", ("Dana Holt",), None),
        ("By The Editorial Board", (), None),
        ("Reuters", (), "Reuters"),
        ("Globe Staff", (), None),
        ("May 2, 2017", (), None),
    ],
)
def test_byline(line: str, authors: tuple[str, ...], source: str | None) -> None:
    found = read(line)
    assert (found.authors, found.source) == (authors, source)


def test_title_is_the_first_headline() -> None:
    assert read("A second title").title == "Town keeps rule"


def test_dateline_names_the_source() -> None:
    text = f"Town keeps rule\n\nMARLOW, Ore. (AP) — {LEAD}"
    assert find_metadata(text, find_blocks(text)).source == "Associated Press"


def test_nothing_is_made_up() -> None:
    text = f"{LEAD}\n\nNobody spoke after that, and the hall was empty by ten, the clerk said on her way out."
    assert find_metadata(text, find_blocks(text)) == Metadata(None, (), None, None)


def test_date_of_the_site_is_not_the_date_of_the_article() -> None:
    text = f"May 2, 2017\nNews | Polls | Jobs\n\nTown keeps rule\n\n{LEAD}"
    assert find_metadata(text, find_blocks(text)).published is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("May 2, 2017", "2017-05-02"),
        ("Published 10:32 am, Tuesday, Sept. 5, 2017", "2017-09-05"),
        ("2 May 2017", "2017-05-02"),
        ("2017-05-02T10:00", "2017-05-02"),
        ("Updated 5/2/17 at 4 p.m.", "2017-05-02"),
    ],
)
def test_date_line(line: str, date: str) -> None:
    assert is_date_line(line)
    assert find_date(line) == date
    assert read(line).published == date


@pytest.mark.parametrize("line", ["May 2, 2017, was a long day.", "May", "2017", "Feb. 30, 2017 was meant"])
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_impossible_date_is_none() -> None:
    assert find_date("Feb. 30, 2017") is None
