"""The folder of pages: nothing is seen before all is ready, and nothing is written without need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.records.pages import page_of
from pipeline.report.keep import Pages

NAME = page_of("a")


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    opened = Pages(tmp_path)
    yield opened
    opened.close()


def test_a_page_is_not_seen_before_it_is_committed(tmp_path: Path, pages: Pages) -> None:
    pages.put(NAME, ["<p>", "a"])
    assert not (tmp_path / "report").exists()
    pages.commit()
    assert (tmp_path / "report" / NAME).read_text() == "<p>a"


def test_what_is_not_committed_goes(tmp_path: Path, pages: Pages) -> None:
    pages.put(NAME, ["a"], "key")
    pages.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_page_of_the_same_bytes_is_left_and_known_by_what_it_was_made_from(tmp_path: Path, pages: Pages) -> None:
    pages.put(NAME, ["a"])
    pages.commit()
    before = (tmp_path / "report" / NAME).stat()
    again = Pages(tmp_path)
    again.put(NAME, ["a"], "key")
    again.commit()
    again.close()
    after = (tmp_path / "report" / NAME).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    third = Pages(tmp_path)
    assert third.holds(NAME, "key")
    third.close()


def test_pages_of_earlier_articles_go_and_files_of_the_user_stay(tmp_path: Path, pages: Pages) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    for name in (NAME, page_of("b"), "corpus.html", "mine.html", "notes.txt"):
        (folder / name).write_text("")
    pages.drop_others(lambda name: name == NAME)
    assert {path.name for path in folder.iterdir()} == {NAME, "mine.html", "notes.txt"}
