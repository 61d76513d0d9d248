"""The check names each fault by path, line and field, and is silent on good files."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotate.check import check_folder
from pipeline.errors import ArgmapError

TEXT = "Limits keep us safe, Ana Ruiz said.\nBy Tom Lund\nHe called it a gift.\n"
CARD = {
    "id": "a",
    "split": "train",
    "origin": "authored",
    "title": None,
    "source": None,
    "genre": None,
    "published": None,
}
ROWS: list[dict[str, Any]] = [
    {"start": 0, "end": 35, "kind": "body", "stance": "pro", "speaker": "Ana Ruiz", "quote": "indirect",
     "role": "claim", "to": "issue", "rel": "supports"},
    {"start": 36, "end": 47, "kind": "byline", "stance": "neutral", "speaker": None, "quote": "none",
     "role": "none", "to": None, "rel": None},
    {"start": 48, "end": 68, "kind": "body", "stance": "anti", "speaker": "Tom Lund", "quote": "indirect",
     "role": "premise", "to": 0, "rel": "attacks"},
]  # fmt: skip
SPANS: list[dict[str, Any]] = [
    {"start": 0, "end": 19, "type": "content", "attribution": 1},
    {"start": 21, "end": 29, "type": "PERSON", "attribution": None},
]


def lines(records: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(r) + "\n" for r in records)


def folder_with(
    path: Path, rows: list[dict[str, Any]], spans: list[dict[str, Any]] = SPANS, text: bytes = TEXT.encode()
) -> Path:
    (path / "articles").mkdir(parents=True)
    (path / "me").mkdir()
    (path / "articles.jsonl").write_text(lines([CARD]))
    (path / "articles" / "a.txt").write_bytes(text)
    (path / "me" / "a.jsonl").write_text(lines(rows))
    (path / "me" / "a.spans.jsonl").write_text(lines(spans))
    return path


def faults(folder: Path) -> list[str]:
    """Give file:line:field of each problem; all of them say what to do."""
    _, problems = check_folder(folder, folder / "none")
    assert all(p.what and p.fix and str(p).startswith(p.where) for p in problems)
    return [str(Path(p.where).name) for p in problems]


def test_good_files_have_no_problems(tmp_path: Path) -> None:
    assert check_folder(folder_with(tmp_path / "x", ROWS), tmp_path) == (1, [])


@pytest.mark.parametrize(
    ("row", "change", "where"),
    [
        (0, {"stance": "neutral"}, "a.jsonl:1:role"),
        (0, {"to": 2}, "a.jsonl:1:role"),
        (0, {"rel": "attacks"}, "a.jsonl:1:rel"),
        (0, {"rel": None}, "a.jsonl:1:rel"),
        (0, {"quote": "mixed"}, "a.jsonl:1:quote"),
        (0, {"end": 20}, "a.jsonl:2:start"),
        (0, {"start": 3}, "a.jsonl:1:start"),
        (0, {"kind": "byline"}, "a.jsonl:1:stance"),
        (1, {"start": 30}, "a.jsonl:2:start"),
        (1, {"to": "issue"}, "a.jsonl:2:to"),
        (1, {"rel": "supports"}, "a.jsonl:2:to"),
        (1, {"end": 999}, "a.jsonl:2:end"),
        (1, {"start": -1}, "a.jsonl:2:end"),
        (1, {"end": 36}, "a.jsonl:2:end"),
        (2, {"to": None}, "a.jsonl:3:to"),
        (2, {"rel": None}, "a.jsonl:3:to"),
        (2, {"to": 1}, "a.jsonl:3:to"),
        (2, {"to": 3}, "a.jsonl:3:to"),
        (2, {"to": -1}, "a.jsonl:3:to"),
        (2, {"to": 2}, "a.jsonl:3:to"),
        (2, {"end": 60}, "a.jsonl:3:end"),
        (2, {"kind": "boilerplate"}, "a.jsonl:3:stance"),
        (2, {"kind": "poem"}, "a.jsonl:3:kind"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, row: int, change: dict[str, Any], where: str) -> None:
    rows = [r | change if n == row else r for n, r in enumerate(ROWS)]
    assert where in faults(folder_with(tmp_path / "x", rows))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"end": 999}, "a.spans.jsonl:1:end"),
        ({"end": 0}, "a.spans.jsonl:1:end"),
        ({"attribution": None}, "a.spans.jsonl:1:attribution"),
        ({"type": "CITY"}, "a.spans.jsonl:1:type"),
        ({"start": None}, "a.spans.jsonl:1:start"),
    ],
)
def test_a_faulty_span_is_named(tmp_path: Path, change: dict[str, Any], where: str) -> None:
    assert faults(folder_with(tmp_path / "x", ROWS, [SPANS[0] | change, SPANS[1]])) == [where]


def test_rows_that_serve_each_other_are_named(tmp_path: Path) -> None:
    first = ROWS[0] | {"role": "premise", "to": 2}
    assert faults(folder_with(tmp_path / "x", [first, *ROWS[1:]])) == ["a.jsonl:1:to", "a.jsonl:3:to"]


def test_text_without_any_row_is_named(tmp_path: Path) -> None:
    assert faults(folder_with(tmp_path / "x", [])) == ["a.jsonl:1:end"]


def test_a_byte_order_mark_does_not_shift_offsets(tmp_path: Path) -> None:
    assert faults(folder_with(tmp_path / "x", ROWS, text=b"\xef\xbb\xbf" + TEXT.encode())) == []


def test_windows_line_breaks_count_as_two_characters(tmp_path: Path) -> None:
    shifted = [r | {"start": r["start"] + n, "end": r["end"] + n} for n, r in enumerate(ROWS)]
    folder = folder_with(tmp_path / "x", shifted, text=TEXT.replace("\n", "\r\n").encode())
    assert faults(folder) == []


def test_an_article_that_is_not_listed_or_has_no_text_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "x", ROWS)
    (folder / "me" / "b.jsonl").write_text(lines(ROWS))
    assert faults(folder) == ["b.jsonl:1:id"]
    (folder / "me" / "b.jsonl").unlink()
    (folder / "articles" / "a.txt").unlink()
    assert faults(folder) == ["a.txt:1:text"]


def test_an_id_that_is_listed_twice_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "x", ROWS)
    (folder / "articles.jsonl").write_text(lines([CARD, CARD]))
    assert faults(folder) == ["articles.jsonl:id"]


def test_a_missing_list_stops_the_check(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match=r"articles\.jsonl"):
        check_folder(tmp_path, tmp_path)


def test_a_listed_article_that_nobody_annotated_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "annotations", ROWS)
    (folder / "articles.jsonl").write_text(lines([CARD, {**CARD, "id": "b"}]))
    _, problems = check_folder(folder, tmp_path)
    assert [p.where.endswith("articles.jsonl:id") and "'b'" in p.what for p in problems] == [True]


def test_a_partial_article_may_leave_sentences_out(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ROWS[:1])
    assert any("no row covers" in str(p) for p in check_folder(folder, tmp_path)[1])
    (folder / "articles.jsonl").write_text(lines([CARD | {"partial": True}]))
    assert check_folder(folder, tmp_path) == (1, [])
