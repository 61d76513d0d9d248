"""Stringing parts together: order, failures, near-copies, damage."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.duplicates import signature_of
from pipeline.analysis.intake import Intake
from pipeline.errors import InputError
from pipeline.params import Params
from pipeline.records import Failure
from pipeline.run.finish import FILES, string_together, with_original
from pipeline.run.parts import write_part
from pipeline.run.worker import Worked

TEXT = "The mayor of Alder said that the rule of the city keeps all of its families safe."


@pytest.fixture
def intake(params: Params) -> Iterator[Intake]:
    with Intake(params.clean, print) as opened:
        yield opened


def worked(name: str, params: Params, text: str) -> Worked:
    article = json.dumps({"id": name, "text": text, "duplicate_of": None}) + "\n"
    lines = {file: f'"{file} of {name}"\n'.encode() for file in FILES}
    return Worked(name, {**lines, "articles": article.encode(), "signature": signature_of(text, params.clean)})


def test_lines_come_in_order_failures_are_left_out_and_near_copies_are_named(
    tmp_path: Path, params: Params, intake: Intake
) -> None:
    broken = Failure(input="b.txt", error="killed", fix="part it")
    write_part(tmp_path / "0", [worked("a", params, TEXT), Worked("b", {}, broken)])
    write_part(tmp_path / "1", [worked("c", params, TEXT)])
    assert string_together([tmp_path / "0", tmp_path / "1"], intake, tmp_path / "out") == [broken]
    articles = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text().splitlines()]
    assert [(a["id"], a["duplicate_of"]) for a in articles] == [("a", None), ("c", "a")]
    assert (tmp_path / "out" / "maps.jsonl").read_text() == '"maps of a"\n"maps of c"\n'


def test_a_part_that_is_damaged_meanwhile_is_told_and_nothing_is_written(
    tmp_path: Path, params: Params, intake: Intake
) -> None:
    write_part(tmp_path / "0", [worked("a", params, TEXT)])
    (tmp_path / "0").write_bytes((tmp_path / "0").read_bytes()[:-1])
    with pytest.raises(InputError, match="damaged"):
        string_together([tmp_path / "0"], intake, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@given(st.text(), st.text(min_size=1))
def test_an_original_is_filled_in_whatever_the_text_says(text: str, original: str) -> None:
    record: dict[str, object] = {"text": text + '"duplicate_of": null', "duplicate_of": None, "blocks": []}
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert json.loads(with_original(line, original)) == record | {"duplicate_of": original}
