"""Pages that are known: only as long as nobody touches them, and only by what they were made from."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.report import known_pages
from pipeline.report.known_pages import KnownPages


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that is known as made from `key`."""
    path = tmp_path / "a.html"
    path.write_text("page")
    known = KnownPages(tmp_path / "pages.db")
    known.note(path.name, "key", str(path))
    known.commit()
    known.close()
    return path


def holds(page: Path, made_from: str = "key") -> bool:
    known = KnownPages(page.with_name("pages.db"))
    try:
        return known.holds(page.name, made_from, str(page))
    finally:
        known.close()


def test_a_page_is_known_by_what_it_was_made_from_alone(page: Path) -> None:
    assert holds(page)
    assert not holds(page, "another key")
    assert not holds(page.with_name("b.html"))


def test_a_page_that_was_touched_or_is_gone_is_not_known(page: Path) -> None:
    page.write_text("gape")
    assert not holds(page)
    page.unlink()
    assert not holds(page)


@pytest.mark.parametrize("damaged", [b"", b"SQLite format 3\0", b"no database at all, but long enough" * 40])
def test_a_damaged_file_knows_nothing_and_is_written_anew(page: Path, damaged: bytes) -> None:
    page.with_name("pages.db").write_bytes(damaged)
    known = KnownPages(page.with_name("pages.db"))
    assert not known.holds(page.name, "key", str(page))
    known.note(page.name, "key", str(page))
    known.commit()
    known.close()
    assert holds(page)


def test_what_was_known_is_known_on_and_the_rest_forgotten(page: Path) -> None:
    for _ in range(2):
        known = KnownPages(page.with_name("pages.db"))
        assert known.holds(page.name, "key", str(page))
        known.commit()
        known.close()
    known = KnownPages(page.with_name("pages.db"))
    known.commit()
    known.close()
    assert not holds(page)


def test_what_is_not_committed_changes_nothing(page: Path) -> None:
    known = KnownPages(page.with_name("pages.db"))
    known.note("b.html", "key", str(page))
    known.close()
    assert holds(page)
    assert sorted(path.name for path in page.parent.iterdir()) == ["a.html", "pages.db"]


def test_what_cannot_be_written_down_is_no_reason_to_stop(page: Path) -> None:
    page.with_name(".pages.db.part").mkdir()
    known = KnownPages(page.with_name("pages.db"))
    known.note("b.html", "key", str(page))
    known.commit()
    known.close()


@pytest.mark.parametrize("inode", [2**63 - 1, 2**63, 2**64 - 1])
def test_a_file_of_any_number_can_be_noted(tmp_path: Path, inode: int, monkeypatch: pytest.MonkeyPatch) -> None:
    system = SimpleNamespace(stat=lambda _: SimpleNamespace(st_size=1, st_mtime_ns=2, st_ino=inode))
    monkeypatch.setattr(known_pages, "os", system)
    known = KnownPages(tmp_path / "pages.db")
    known.note("a.html", "key", "a.html")
    known.commit()
    known.close()
    known = KnownPages(tmp_path / "pages.db")
    assert known.holds("a.html", "key", "a.html")
    known.close()
