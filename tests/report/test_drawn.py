"""Parts of the report that are kept: the same bytes, and nothing is written again without need."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.params import ReportParams
from pipeline.records.article_records import read_articles
from pipeline.records.pages import page_of
from pipeline.report.drawn import ORIGINAL, Drawn, draw_article
from pipeline.report.pages import HEADING, MAIN
from pipeline.report.write import Report, on_one_page, write_report

MakeUp = Callable[[Path, Sequence[Any]], Path]
ONE_PAGE, PAGES = ReportParams(max_articles_on_one_page=50), ReportParams(max_articles_on_one_page=1)
SLOTS = f"{ORIGINAL}{HEADING}{MAIN}\r\n\x85"


def drawn(out: Path, params: ReportParams) -> list[Drawn]:
    articles = list(read_articles(out))
    return [draw_article(found, on_one_page(len(articles), params)) for found in articles]


def files(out: Path) -> dict[str, bytes]:
    pages = [out / "report.html", *(out / "report").glob("*")]
    return {path.name: path.read_bytes() for path in pages}


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_kept_parts_give_the_same_bytes_as_the_files(
    make_up: MakeUp, told: Any, tmp_path: Path, params: ReportParams
) -> None:
    articles = [
        told("a", title=SLOTS, extra=SLOTS, name=SLOTS),
        told("b", title=SLOTS, duplicate_of="a"),
        told("c", duplicate_of="not here <b>"),
    ]
    out = make_up(tmp_path / "out", articles)
    kept = drawn(out, params)
    write_report(out, params)
    before = files(out)
    for page in before:
        (out / "report" / page).unlink(missing_ok=True)
    with Report(out, on_one_page(3, params)) as report:
        for number, article in enumerate(kept):
            report.add(number, article.row, article.line, lambda: article.body)  # noqa: B023 (called at once)
        assert report.write() == 3
    assert files(out) == before
    text = b"".join(before.values()).decode()
    assert not [slot for slot in (ORIGINAL, HEADING, MAIN) if slot in text]
    assert "near-copy of not here &lt;b&gt;</span>" in text


def test_a_part_hangs_on_its_own_article_alone(make_up: MakeUp, told: Any, tmp_path: Path) -> None:
    one = make_up(tmp_path / "one", [told("b", duplicate_of="a"), told("c")])
    other = make_up(tmp_path / "other", [told("a", title="New"), told("b", duplicate_of="a"), told("c")])
    assert drawn(one, PAGES) == drawn(other, PAGES)[1:]


def test_the_row_is_json(make_up: MakeUp, told: Any, tmp_path: Path) -> None:
    (kept,) = drawn(make_up(tmp_path / "out", [told("a", title=SLOTS)]), ONE_PAGE)
    assert json.loads(kept.row)["title"] == SLOTS


def test_a_new_article_leaves_the_other_pages_untouched(make_up: MakeUp, told: Any, tmp_path: Path) -> None:
    out = make_up(tmp_path / "out", [told("b"), told("c", published="2020-01-01")])
    write_report(out, PAGES)
    before = {path.name: path.stat() for path in (out / "report").iterdir()}
    make_up(out, [told("a"), told("b"), told("c", published="2024-01-01")])
    write_report(out, PAGES)
    after = {path.name: path.stat() for path in (out / "report").iterdir()}
    assert after.keys() - before.keys() == {page_of("a")}
    again = {name for name in before if _written(after[name]) != _written(before[name])}
    assert again == {page_of("c"), "corpus.html"}


def test_a_page_that_somebody_changed_is_written_again(make_up: MakeUp, told: Any, tmp_path: Path) -> None:
    out = make_up(tmp_path / "out", [told("a"), told("b")])
    write_report(out, PAGES)
    page = out / "report" / page_of("a")
    right = page.read_bytes()
    page.write_bytes(right[:-1] + b"?")
    write_report(out, PAGES)
    assert page.read_bytes() == right


def _written(stat: Any) -> tuple[int, int]:
    return stat.st_ino, stat.st_mtime_ns
