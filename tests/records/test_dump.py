import json
import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_records import records

from pipeline.gold.corpus import GoldSpan, Row
from pipeline.records import Scores
from pipeline.records.dump import DECIMALS, dump_line, dump_lines, plain
from pipeline.records.schema import FILES


@dataclass(frozen=True)
class Odd:
    several: int | Literal["issue"] | None
    names: frozenset[str]
    anything: Any
    counts: dict[str, float]


@dataclass(frozen=True)
class Single:
    text: str


def scores(value: float) -> Scores:
    return Scores(pro=value, anti=0.0, neutral=0.0)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_lines_are_those_of_the_json_module(name: str, data: st.DataObject) -> None:
    record = data.draw(records(name))
    assert dump_line(record) == json.dumps(plain(record), ensure_ascii=False)


@settings(max_examples=25, deadline=None)
@given(row=st.from_type(Row), span=st.from_type(GoldSpan))
def test_lines_of_annotations_are_those_of_the_json_module(row: Row, span: GoldSpan) -> None:
    for record in (row, span):
        assert dump_line(record) == json.dumps(plain(record), ensure_ascii=False)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_float_has_more_than_four_decimals(value: float) -> None:
    written = dump_line(scores(value))
    read = json.loads(written)["pro"]
    assert read == round(value, DECIMALS)
    text = written.removeprefix('{"pro": ').partition(",")[0]
    assert "e-" not in text
    assert len(text.partition("e")[0].partition(".")[2]) <= (DECIMALS if "e" not in text else 16)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1.0"), (0.00001, "0.0"), (-0.00001, "-0.0"), (0.12345678, "0.1235"), (1e16, "1e+16"), (1, "1"), (np.float64(0.25), "0.25")],
)  # fmt: skip
def test_a_float_has_one_spelling(value: float, text: str) -> None:
    assert dump_line(scores(value)) == f'{{"pro": {text}, "anti": 0.0, "neutral": 0.0}}'


def test_types_that_say_too_little_are_written_all_the_same() -> None:
    odd = Odd(several="issue", names=frozenset("cab"), anything=(1, {"x": 0.123456}), counts={"y": math.pi})
    assert dump_line(odd) == (
        '{"several": "issue", "names": ["a", "b", "c"], "anything": [1, {"x": 0.1235}], "counts": {"y": 3.1416}}'
    )
    assert dump_line(Single("x")) == '{"text": "x"}'
    assert dump_line({"a": 1 / 3}) == '{"a": 0.3333}'


def test_lines_end_with_newlines() -> None:
    assert dump_lines([Single("é\n"), Single("")]) == '{"text": "é\\n"}\n{"text": ""}\n'.encode()
    assert dump_lines([]) == b""
