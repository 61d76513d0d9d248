"""A folder of brat standoff: T, A, R, N and #, and spans in pieces."""

import re
from pathlib import Path

import pytest
from harlow import ROWS, SPANS, TEXT, fields_of, found_in, take_in

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.formats.brat import config
from pipeline.errors import ArgmapError

ANN = """T1\tsentence 0 37\t😀 Limits keep us safe, Ana Ruiz said.
A1\tkind T1 body
A2\tstance T1 pro
A3\tquote T1 indirect
M4\trole T1 claim
A5\tissue T1 supports
#1\tAnnotatorNotes T1\tspeaker: Ana Ruiz
R1\tattacks Arg1:T2 Arg2:T1
T2\tsentence 38 66\t“It costs,” he said, “much.”
A6\tstance T2 anti
A7\tquote T2 mixed
A8\trole T2 premise
T3\tsentence 67 79\tNobody came.
A9\tstance T3 neutral
T4\tcontent 2 21\tLimits keep us safe
T5\tsource 23 31\tAna Ruiz
T6\tcue 32 36\tsaid
T7\tPERSON 23 31\tAna Ruiz
R2\tattribution Arg1:T4 Arg2:T5\t
R3\tattribution Arg1:T4 Arg2:T6
T8\tcontent 38 49;59 66\t“It costs,” “much.”
T9\tsource 50 52\the
R4\tattribution Arg1:T9 Arg2:T8
"""


def write(tmp_path: Path, ann: str = ANN, text: str = TEXT) -> Path:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "harlow.txt").write_bytes(text.encode())
    (folder / "harlow.ann").write_bytes(ann.encode())
    return folder


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_a_folder_is_read(tmp_path: Path, breaks: str) -> None:
    assert found_in(take_in("brat", write(tmp_path, ANN.replace("\n", breaks)))) == (ROWS, SPANS)


def test_one_file_is_read(tmp_path: Path) -> None:
    assert found_in(take_in("brat", write(tmp_path) / "harlow.ann")) == (ROWS, SPANS)


def test_a_number_in_a_note_is_kept(tmp_path: Path) -> None:
    _, spans = found_in(take_in("brat", write(tmp_path, ANN + "#2\tAnnotatorNotes T8\tattribution: 7\n")))
    assert [s.attribution for s in spans] == [1, None, 1, 1, 7, 7, 7]


def test_a_span_that_brat_cut_at_a_line_break_is_one(tmp_path: Path) -> None:
    _, spans = found_in(take_in("brat", write(tmp_path, ANN + "T10\tLAW 59 66;67 73\t“much.” Nobody\n")))
    assert [(s.start, s.end) for s in spans if s.type == "LAW"] == [(59, 73)]


@pytest.mark.parametrize("line", ["N1\tReference T7 Wikidata:Q1\tAna Ruiz", "#2\tAnnotatorNotes T7\tthe mayor?"])
def test_what_a_reading_cannot_hold_is_left_out_and_said(tmp_path: Path, line: str) -> None:
    done = take_in("brat", write(tmp_path, ANN + line + "\n"))
    assert found_in(done) == (ROWS, SPANS)
    assert ":24:" in done.left_out[0]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("T10\tcue 5\tx", "span"),
        ("T10\tLAW 0 999\t", "end"),
        ("T10\tCITY 2 8\tLimits", "type"),
        ("T10\tLAW 2 8\tlimits", "text"),
        ("T10\tLAW 2 8;14 16\tLimits us", "span"),
        ("T10\tcue 50 52\the", "attribution"),
        ("A10\tstance T1 anti", "stance"),
        ("A10\tstance T77 anti", "attribute"),
        ("A10\tstance T7 anti", "stance"),
        ("A10\tnegated T1", "attribute"),
        ("R5\tsupports Arg1:T2 Arg2:T1", "to"),
        ("R5\tsupports Arg1:T2 Arg2:T77", "relation"),
        ("R5\tsupports T2 T1", "relation"),
        ("R5\tdoubts Arg1:T3 Arg2:T1", "relation"),
        ("E1\tSay:T6", "line"),
        ("*\tEquiv T5 T7", "line"),
        ("#2\tAnnotatorNotes T77\tspeaker: Bo", "note"),
        ("#2\tAnnotatorNotes T8\tattribution: b", "attribution"),
        ("#2\tAnnotatorNotes T1\tspeaker: Bo", "speaker"),
    ],
)
def test_a_fault_is_named_with_file_line_and_field(tmp_path: Path, line: str, field: str) -> None:
    done = take_in("brat", write(tmp_path, ANN + line + "\n"))
    assert field in fields_of(done)
    assert re.search(r"harlow\.ann:(24|18|9|1):", done.problems[0].where)


def test_a_text_that_is_gone_or_changed_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, text=TEXT.replace("Ruiz", "Ruis"))
    assert fields_of(take_in("brat", folder)).count("text") == 3
    (folder / "harlow.txt").unlink()
    assert fields_of(take_in("brat", folder)) == ["text"]


def test_a_folder_without_standoff_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match=r"no \.ann"):
        take_in("brat", tmp_path)


def test_the_configuration_knows_every_label() -> None:
    sections = dict(re.findall(r"\[(\w+)\]\n((?:[^\[\n].*\n)*)", config()))
    assert set(sections["entities"].split()) == {"sentence", "source", "cue", "content", *ENTITY_LABELS}
    assert [line.split()[0] for line in sections["attributes"].splitlines()] == [
        "kind",
        "stance",
        "quote",
        "role",
        "issue",
    ]
    assert [line.split()[0] for line in sections["relations"].splitlines()] == [
        "supports",
        "attacks",
        "attribution",
        "<OVERLAP>",
    ]
