"""A sheet as a spreadsheet leaves it."""

import csv
import io
from pathlib import Path

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in

from pipeline.annotate.formats.sheet import dump_csv, guard, unguard
from pipeline.annotate.task import Task
from pipeline.errors import ArgmapError
from pipeline.gold.corpus import Card

CARD = Card(id="harlow", split="train", origin="real", title=None, source=None, genre=None, published=None)
TASK = Task(card=CARD, text=TEXT, rows=ROWS, spans=SPANS, given="guess", row_scores=[0.81234, 0.5, 0.4])
SHEET = """article,row,text,kind,stance,speaker,quote,role,to,rel,spans,start,end,score
harlow,0,"😀 Limits keep us safe, Ana Ruiz said.",body,pro,Ana Ruiz,indirect,claim,issue,supports,content 2-21 #1; PERSON 23-31; source 23-31 #1; cue 32-36 #1,0,37,0.8123
harlow,1,"“It costs,” he said, “much.”",body,anti,,mixed,premise,0,attacks,content 38-49 #2; source 50-52 #2; content 59-66 #2,38,66,0.5
harlow,2,Nobody came.,body,neutral,,none,none,,,,67,79,0.4
"""
HEADER, FIRST, SECOND, THIRD = SHEET.splitlines()


def write(tmp_path: Path, sheet: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "sheet.csv"
    path.write_bytes(sheet.encode(encoding))
    return path


def test_what_is_written_is_a_row_a_sentence_with_scores() -> None:
    assert dump_csv([TASK]) == "\ufeff" + SHEET.replace("\n", "\r\n")


def semicolons(sheet: str) -> str:
    """Save it as a spreadsheet does where the comma stands in numbers."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=";").writerows(csv.reader(io.StringIO(sheet, newline="")))
    return lines.getvalue()


def with_columns(sheet: str) -> str:
    return "".join(f"note {n},{line},\n" if n else f"Remarks,{line},\n" for n, line in enumerate(sheet.splitlines()))


@pytest.mark.parametrize(
    ("sheet", "encoding"),
    [
        (SHEET, "utf-8"),
        (SHEET, "utf-8-sig"),
        (SHEET.replace("\n", "\r\n"), "utf-8-sig"),
        (SHEET, "utf-16"),
        (semicolons(SHEET), "utf-8-sig"),
        ("sep=;\n" + semicolons(SHEET), "utf-8-sig"),
        ("\n".join([HEADER, THIRD, FIRST, SECOND]) + "\n", "utf-8"),
        (with_columns(SHEET), "utf-8"),
        (SHEET + ",,,,,,,,,,,,,\n\n", "utf-8"),
        (SHEET.replace(HEADER, HEADER.title()).replace("Start", " START "), "utf-8"),
        (SHEET.replace("body,pro", "Body ,PRO").replace(",0,37,", ",0.0,37.0,"), "utf-8"),
        (SHEET.replace("Limits keep us", "Limits  keep\u00a0us"), "utf-8"),
        (SHEET.rstrip("\n"), "utf-8"),
    ],
    ids="plain bom crlf utf16 semicolons sep reordered columns empty header case blanks end".split(),
)  # fmt: skip
def test_what_a_spreadsheet_does_to_a_sheet_does_no_harm(tmp_path: Path, sheet: str, encoding: str) -> None:
    assert found_in(take_in("csv", write(tmp_path, sheet, encoding))) == (ROWS, SPANS)


def test_columns_may_change_places(tmp_path: Path) -> None:
    table = [
        ["start", "end", "stance", "text", "row", "article"],
        ["67", "79", "neutral", "Nobody came.", "2", "harlow"],
    ]
    sheet = "\n".join("\t".join(line) for line in table)
    assert found_in(take_in("tsv", write(tmp_path, sheet))) == ([ROWS[2]], [])


def test_a_row_without_labels_is_for_later(tmp_path: Path) -> None:
    blank = SHEET.replace("body,neutral,,none,none", ",,,,")
    done = take_in("csv", write(tmp_path, blank))
    assert found_in(done) == (ROWS[:2], SPANS)
    assert done.readings[0].card.partial and "1 sentences" in done.left_out[0]


def test_targets_follow_the_rows_that_are_labelled(tmp_path: Path) -> None:
    kept = (
        SHEET.replace(FIRST, "")
        .replace("premise,0", "premise,2")
        .replace("body,neutral,,none,none,,", "body,anti,,none,claim,issue,attacks")
    )
    rows, _ = found_in(take_in("csv", write(tmp_path, kept.replace("\n\n", "\n"))))
    assert [row.to for row in rows] == [1, "issue"]


@pytest.mark.parametrize(
    ("before", "after", "place", "field"),
    [
        ("Nobody came", "Somebody came", ":4:", "text"),
        (",67,79,", ",67,999,", ":4:", "end"),
        (",67,79,", ",60,79,", ":4:", "start"),
        (",67,79,", ",,79,", ":4:", "start"),
        ("body,neutral", "body,glad", ":4:", "stance"),
        ("body,neutral", "body,", ":4:", "stance"),
        ("premise,0,attacks", "premise,,", ":3:", "to"),
        ("premise,0,attacks", "premise,2,attacks", ":3:", "to"),
        ("premise,0,attacks", "premise,9,attacks", ":3:", "to"),
        ("premise,0,attacks", "premise,0,doubts", ":3:", "rel"),
        ("source 50-52 #2", "source 50-52", ":3:", "attribution"),
        ("source 50-52 #2", "source fifty", ":3:", "spans"),
        ("PERSON 23-31", "PERSON 23-31 #1", ":2:", "attribution"),
        ("PERSON 23-31", "CITY 23-31", ":2:", "type"),
        ("harlow,2,", "harlow,1,", ":4:", "row"),
        ("harlow,2,", "harwood,2,", ":4:", "article"),
        ("Nobody came.", "Nobody came.,and more,,,", ":4:", "row"),
    ],
)
def test_a_fault_is_named_with_line_and_field(tmp_path: Path, before: str, after: str, place: str, field: str) -> None:
    assert before in SHEET
    done = take_in("csv", write(tmp_path, SHEET.replace(before, after)))
    assert field in fields_of(done)
    assert place in next(p.where for p in done.problems if p.where.endswith(field))


def test_a_line_is_counted_as_in_the_file(tmp_path: Path) -> None:
    sheet = "sep=,\n" + SHEET.replace("Ana Ruiz,indirect", '"Ana\nRuiz",indirect').replace("body,neutral", "body,glad")
    done = take_in("csv", write(tmp_path, sheet))
    assert any(p.where.endswith(":6:stance") for p in done.problems)


@pytest.mark.parametrize("sheet", ["", "article,row\n", HEADER + ",Stance\n", "\x00"])
def test_a_sheet_without_its_columns_is_refused(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(ArgmapError, match="columns"):
        take_in("csv", write(tmp_path, sheet))


def test_a_sheet_in_a_code_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match="UTF-8"):
        take_in("csv", write(tmp_path, SHEET.replace("😀", "x"), "cp1252"))


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x", "'=x", "''-x", "'x", "x", "\tx", ""])
def test_no_cell_is_a_formula_and_all_come_back(cell: str) -> None:
    assert not str(guard(cell)).startswith(("=", "+", "-", "@"))
    assert unguard(guard(cell)) == cell
