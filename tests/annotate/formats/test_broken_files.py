"""A file that anything has happened to is imported or refused with messages; no other error reaches a user."""

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from harlow import ROWS, SPANS, TEXT, take_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.annotate.formats.registry import FORMATS
from pipeline.annotate.task import Task
from pipeline.errors import ArgmapError
from pipeline.gold.corpus import Card

CARD = Card(id="harlow", split="train", origin="real", title="Harlow", source=None, genre=None, published=None)
TASK = Task(card=CARD, text=TEXT, rows=ROWS, spans=SPANS, given="reading")
JUNK: list[Any] = [
    None,
    True,
    -1,
    10**30,
    0.5,
    float("nan"),
    "",
    "x",
    "\u2028",
    [],
    [1],
    [[]],
    {},
    {"id": []},
    {"start": {}},
]
calm = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the way to every value inside a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(path for key, one in inside for path in paths(one, (*here, key)))]


def changed(value: Any, path: tuple[Any, ...], junk: Any) -> Any:
    if not path:
        return junk
    made = copy.copy(value)
    made[path[0]] = changed(made[path[0]], path[1:], junk)
    return made


def settle(form: str, data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        if form == "brat":
            (Path(folder) / "harlow.txt").write_bytes(TEXT.encode())
        try:
            done = take_in(form, path)
        except ArgmapError as error:
            assert error.what and error.fix
            return
        assert all(p.what and p.fix for p in done.problems)
        assert (Path(folder) / "annotations" / "ana").exists() == bool(done.readings and not done.problems)


@pytest.mark.parametrize("form", ["label-studio", "doccano", "prodigy", "jsonl"])
def test_any_value_may_be_junk(form: str) -> None:
    dumped = FORMATS[form].dump([TASK])
    assert isinstance(dumped, str)
    whole = json.loads(dumped)
    ways = paths(whole)

    @calm
    @given(path=st.sampled_from(ways), junk=st.sampled_from(JUNK))
    def check(path: tuple[Any, ...], junk: Any) -> None:
        settle(form, json.dumps(changed(whole, path, junk)).encode(), "export.json")

    check()


@pytest.mark.parametrize("form", FORMATS)
def test_any_bytes_may_be_cut_out_or_put_in(form: str) -> None:
    dumped = FORMATS[form].dump([TASK])
    data = (dumped if isinstance(dumped, str) else dumped["harlow.ann"]).encode()

    @calm
    @given(
        at=st.integers(0, len(data)),
        length=st.integers(0, 9),
        more=st.binary(max_size=3) | st.sampled_from([b'"', b"\t", b"\n", b";"]),
    )
    def check(at: int, length: int, more: bytes) -> None:
        settle(form, data[:at] + more + data[at + length :], "harlow.ann" if form == "brat" else "export")

    check()
