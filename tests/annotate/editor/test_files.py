"""A reading on disk: what is written is read back, and a failure changes nothing."""

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.annotate.editor.draft import Draft
from pipeline.annotate.editor.files import ReadingFiles
from pipeline.gold.corpus import GoldSpan, Row
from pipeline.records.jsonl import dump_line


@pytest.fixture
def files(tmp_path: Path) -> ReadingFiles:
    return ReadingFiles(tmp_path / "me", "harlow")


def row(start: int, end: int, speaker: str | None = None) -> Row:
    return Row(start=start, end=end, kind="body", stance="pro", speaker=speaker, quote="none", role="none", to=None, rel=None)  # fmt: skip


DRAFT = Draft(
    rows=[row(0, 3), row(4, 9, "Édda\u2028Krohn")],
    spans=[GoldSpan(start=0, end=2, type="cue", attribution=1)],
    read=[False, True],
    at=1,
)


def test_a_draft_is_read_back_as_it_was(files: ReadingFiles) -> None:
    assert files.load() is None
    files.save(DRAFT)
    assert files.load() == DRAFT
    assert sorted(p.name for p in files.folder.iterdir()) == [
        "harlow.jsonl", "harlow.progress.json", "harlow.spans.jsonl"
    ]  # fmt: skip


def test_the_rows_have_the_fields_of_the_contract_alone(files: ReadingFiles) -> None:
    files.save(DRAFT)
    first = json.loads(files.rows.read_text(encoding="utf-8").split("\n")[0])
    assert list(first) == ["start", "end", "kind", "stance", "speaker", "quote", "role", "to", "rel"]


@pytest.mark.parametrize("name", ["rows", "spans", "progress"])
def test_any_change_of_any_file_is_another_revision(files: ReadingFiles, name: str) -> None:
    files.save(DRAFT)
    before = files.revision()
    assert files.revision() == before
    path: Path = getattr(files, name)
    path.write_bytes(path.read_bytes() + b"\n")
    assert files.revision() != before


@pytest.mark.parametrize("at", ["the first", "the second"])
def test_a_full_disk_leaves_all_three_files_as_they_were(
    at: str, files: ReadingFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.save(DRAFT)
    before = files.revision()

    def full(record: object) -> str:
        if isinstance(record, GoldSpan) or at == "the first":
            raise OSError(errno.ENOSPC, "No space left on device")
        return dump_line(record)

    monkeypatch.setattr("pipeline.annotate.editor.files.dump_line", full)
    with pytest.raises(OSError, match="No space"):
        files.save(replace(DRAFT, rows=[row(0, 2), row(4, 9)]))
    assert files.revision() == before
    assert len(list(files.folder.iterdir())) == 3


@pytest.mark.parametrize(
    "state", ["", "[]", "{}", '{"read": [1], "at": 0}', '{"read": [["a"]], "at": 0}', '{"read": 7}']
)
def test_a_broken_file_of_progress_costs_ones_place_alone(files: ReadingFiles, state: str) -> None:
    files.save(DRAFT)
    files.progress.write_text(state)
    assert files.load() == replace(DRAFT, read=[False, False], at=0)


def test_a_row_that_was_cut_anew_elsewhere_is_not_read(files: ReadingFiles) -> None:
    files.save(DRAFT)
    files.rows.write_text(files.rows.read_text(encoding="utf-8").replace('"end": 9', '"end": 8'), encoding="utf-8")
    found = files.load()
    assert found is not None
    assert found.read == [False, False]
