"""An import writes everything or nothing, and never over what somebody has read."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, take_in

from pipeline.annotate.check import check_folder
from pipeline.annotate.formats.registry import FORMATS
from pipeline.annotate.import_readings import Imported, import_readings
from pipeline.annotate.write_all import write_all
from pipeline.errors import ArgmapError
from pipeline.gold.corpus import Card, read_article, read_cards
from pipeline.records.jsonl import plain

LINE: dict[str, Any] = {
    "article": "harlow",
    "title": "Harlow",
    "text": TEXT,
    "rows": plain(ROWS),
    "spans": plain(SPANS),
}
SOME: dict[str, Any] = {**LINE, "rows": plain([ROWS[2]]), "spans": []}
CARD = Card(id="harlow", split="test", origin="authored", title="Old", source="Beacon", genre="local", published=None)


def write(tmp_path: Path, *lines: Any) -> Path:
    path = tmp_path / "tasks.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def listed(folder: Path, card: Card = CARD, by: str | None = "bo", text: str = TEXT) -> str:
    """Put an article into the annotations, as older files have it; give its line."""
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "harlow.txt").write_bytes(text.encode())
    line = json.dumps({k: v for k, v in plain(card).items() if k != "partial" or v})
    (folder / "articles.jsonl").write_text(line + "\n")
    if by is not None:
        (folder / by).mkdir()
        (folder / by / "harlow.jsonl").write_text("".join(json.dumps(plain(row)) + "\n" for row in ROWS))
    return line


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_article_brings_text_rows_spans_and_its_line(tmp_path: Path) -> None:
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    folder = tmp_path / "annotations"
    assert sorted(everything(folder)) == [
        "ana/harlow.jsonl",
        "ana/harlow.spans.jsonl",
        "articles.jsonl",
        "articles/harlow.txt",
    ]
    (card,) = read_cards(folder)
    assert (card.split, card.origin, card.title, card.partial) == ("train", "real", "Harlow", False)
    assert check_folder(folder, tmp_path) == (1, [])


def test_a_listed_article_keeps_its_line_to_the_letter(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    line = listed(folder)
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    assert (folder / "articles.jsonl").read_text() == line + "\n"
    assert read_article(folder, tmp_path, CARD, "ana").rows == ROWS


def test_a_second_article_leaves_the_lines_of_others_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    line = listed(folder)
    assert not take_in("jsonl", write(tmp_path, {**LINE, "article": "aspen"})).problems
    first, second = (folder / "articles.jsonl").read_text().splitlines()
    assert (json.loads(first)["id"], second) == ("aspen", line)


def test_a_text_that_lies_beside_the_annotations_is_not_copied(tmp_path: Path) -> None:
    folder, texts = tmp_path / "annotations", tmp_path / "seeds"
    listed(folder)
    (folder / "articles" / "harlow.txt").unlink()
    texts.mkdir()
    (texts / "harlow.txt").write_bytes(TEXT.encode())
    path = write(tmp_path, LINE)
    assert not import_readings(FORMATS["jsonl"], path, "ana", folder, texts, tmp_path, None).problems
    assert not (folder / "articles" / "harlow.txt").exists()


def test_a_mark_at_the_head_of_a_text_is_text(tmp_path: Path) -> None:
    row = {**plain(ROWS[2]), "start": 0, "end": 13}
    path = write(tmp_path, {**LINE, "text": "\ufeffNobody came.", "rows": [row], "spans": []})
    assert not take_in("jsonl", path).problems
    folder = tmp_path / "annotations"
    assert read_article(folder, tmp_path, read_cards(folder)[0], "ana").raw.text == "\ufeffNobody came."


def test_one_fault_among_many_articles_keeps_all_out(tmp_path: Path) -> None:
    bad = {**LINE, "article": "worse", "rows": [{**plain(ROWS[2]), "stance": "glad"}]}
    done = take_in("jsonl", write(tmp_path, LINE, bad))
    assert fields_of(done) == ["stance"]
    assert not (tmp_path / "annotations").exists()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    listed(folder)
    before = everything(folder)
    (folder / "ana" / "zinc.spans.jsonl").mkdir(parents=True)  # the last name cannot be taken
    (folder / "ana" / "zinc.spans.jsonl" / "x").write_text("")
    names = ["aspen.jsonl", "aspen.spans.jsonl", "zinc.jsonl", "zinc.spans.jsonl"]
    with pytest.raises(OSError, match=r"zinc\.spans"):
        write_all({folder / "ana" / name: b"x\n" for name in names})
    (folder / "ana" / "zinc.spans.jsonl" / "x").unlink()
    assert everything(folder) == before


def test_what_was_there_comes_back_where_a_later_name_cannot_be_taken(tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("before")
    (tmp_path / "taken" / "x").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        write_all({tmp_path / "old.jsonl": b"after", tmp_path / "taken": b"x"})
    assert everything(tmp_path) == {"old.jsonl": b"before"}


def test_what_is_annotated_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    listed(folder, by="ana")
    before = everything(folder)
    assert fields_of(take_in("jsonl", write(tmp_path, LINE))) == ["article"]
    assert everything(folder) == before


def test_the_fault_names_the_way_on(tmp_path: Path) -> None:
    listed(tmp_path / "annotations", by="ana")
    (problem,) = take_in("jsonl", write(tmp_path, LINE)).problems
    assert "has read 'harlow' already" in problem.what and "--replace" in problem.fix


def put_over(tmp_path: Path, *lines: Any) -> Imported:
    folder = tmp_path / "annotations"
    return import_readings(FORMATS["jsonl"], write(tmp_path, *lines), "ana", folder, tmp_path, tmp_path, None, True)


def test_the_same_file_over_itself_changes_no_byte(tmp_path: Path) -> None:
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    before = everything(tmp_path / "annotations")
    done = put_over(tmp_path, LINE)
    assert not done.problems and everything(tmp_path / "annotations") == before
    assert (done.readings[0].labelled, done.readings[0].relabelled) == (3, 3)


def test_one_sentence_labelled_anew_leaves_the_others_and_what_they_serve(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    anew = replace(ROWS[0], stance="anti", rel="attacks")
    done = put_over(tmp_path, {**LINE, "rows": plain([anew]), "spans": plain(SPANS[:1])})
    assert [str(p) for p in done.problems] == []
    assert done.readings[0].dropped == 3
    (card,) = read_cards(folder)
    found = read_article(folder, tmp_path, card, "ana")
    assert found.rows == [anew, *ROWS[1:]] and not card.partial
    assert [s.type for s in found.spans] == ["content"] * 2 + [
        "source",
        "content",
    ]  # the new one, then those of the other sentence


def test_stances_alone_leave_roles_and_spans(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    rows = [{"start": row.start, "end": row.end, "stance": "neutral"} for row in ROWS[:1]]
    done = put_over(tmp_path, {**LINE, "rows": rows, "spans": []})
    assert [str(p) for p in done.problems] == []
    found = read_article(folder, tmp_path, read_cards(folder)[0], "ana")
    assert [(row.role, row.to, row.rel) for row in found.rows] == [
        ("none", None, None),  # a neutral claim there is not
        ("premise", "issue", "attacks"),
        ("none", None, None),
    ]
    assert found.spans == SPANS and (done.readings[0].moved, done.readings[0].dropped) == (1, 0)


@pytest.mark.parametrize("to", [9, -1])
def test_an_earlier_row_that_serves_nothing_is_named(tmp_path: Path, to: int) -> None:
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    path = tmp_path / "annotations" / "ana" / "harlow.jsonl"
    path.write_text(
        "".join(json.dumps(plain(replace(row, to=to) if n == 1 else row)) + "\n" for n, row in enumerate(ROWS))
    )
    with pytest.raises(ArgmapError, match=f"row {to}") as raised:
        put_over(tmp_path, SOME)
    assert raised.value.where == f"{path}:2:to" and raised.value.fix


def test_a_second_part_completes_the_first(tmp_path: Path) -> None:
    assert not take_in("jsonl", write(tmp_path, SOME)).problems
    done = put_over(tmp_path, {**LINE, "rows": plain(ROWS[:2])})
    assert [str(p) for p in done.problems] == []
    (card,) = read_cards(tmp_path / "annotations")
    found = read_article(tmp_path / "annotations", tmp_path, card, "ana")
    assert (found.rows, found.spans, card.partial) == (ROWS, SPANS, False)


def test_a_fault_keeps_the_earlier_reading(tmp_path: Path) -> None:
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    before = everything(tmp_path / "annotations")
    assert fields_of(put_over(tmp_path, {**LINE, "rows": [{**plain(ROWS[0]), "stance": "glad"}]})) == ["stance"]
    assert everything(tmp_path / "annotations") == before


def test_another_reader_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    listed(folder)
    assert not take_in("jsonl", write(tmp_path, LINE)).problems
    before = everything(folder / "bo")
    assert not put_over(tmp_path, {**LINE, "rows": plain([ROWS[2]]), "spans": []}).problems
    assert everything(folder / "bo") == before


def test_another_text_of_the_same_id_is_named_with_the_place_where_it_differs(tmp_path: Path) -> None:
    listed(tmp_path / "annotations", text=TEXT.replace("Ruiz", "Ruis"))
    done = take_in("jsonl", write(tmp_path, LINE))
    assert fields_of(done) == ["text"] and "at 30" in done.problems[0].what


def test_other_line_breaks_are_another_text(tmp_path: Path) -> None:
    listed(tmp_path / "annotations", text=TEXT.replace("\n", "\r\n"))
    assert fields_of(take_in("jsonl", write(tmp_path, LINE))) == ["text"]


def test_a_part_is_listed_as_such(tmp_path: Path) -> None:
    done = take_in("jsonl", write(tmp_path, SOME))
    assert not done.problems
    (card,) = read_cards(tmp_path / "annotations")
    assert card.partial
    assert check_folder(tmp_path / "annotations", tmp_path) == (1, [])


def test_a_part_of_what_others_read_whole_is_refused(tmp_path: Path) -> None:
    listed(tmp_path / "annotations")
    assert fields_of(take_in("jsonl", write(tmp_path, SOME))) == ["rows"]


def test_a_part_of_what_nobody_has_read_changes_the_line_and_keeps_the_rest_of_it(tmp_path: Path) -> None:
    listed(tmp_path / "annotations", by=None)
    assert not take_in("jsonl", write(tmp_path, SOME)).problems
    (card,) = read_cards(tmp_path / "annotations")
    assert (card.partial, card.split, card.genre) == (True, "test", "local")


@pytest.mark.parametrize("article", ["../x", "a/b", "", "a b", "-x"])
def test_an_id_that_cannot_name_a_file_is_named(tmp_path: Path, article: str) -> None:
    assert fields_of(take_in("jsonl", write(tmp_path, {**LINE, "article": article}))) == ["article"]


@pytest.mark.parametrize("name", ["articles", "../x", ""])
def test_an_annotator_needs_a_name_of_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArgmapError, match="--annotator"):
        import_as(tmp_path, name)


def import_as(tmp_path: Path, name: str) -> Imported:
    return import_readings(FORMATS["jsonl"], write(tmp_path, LINE), name, tmp_path / "a", tmp_path, tmp_path, None)


def test_rows_that_overlap_are_named(tmp_path: Path) -> None:
    rows = [plain(ROWS[2]), {**plain(ROWS[2]), "start": 70}]
    done = take_in("jsonl", write(tmp_path, {**LINE, "rows": rows, "spans": []}))
    assert fields_of(done) == ["start"] and ":1 row 1:" in done.problems[0].where


def test_a_person_who_did_not_label_an_article_is_said(tmp_path: Path) -> None:
    done = take_in("jsonl", write(tmp_path, LINE), "bo")
    assert not done.readings and "not by bo" in done.left_out[0]
