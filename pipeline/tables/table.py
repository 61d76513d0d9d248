"""What a table is: its columns with their kinds, and how to get its rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, cast

from pipeline.records.jsonl import DECIMALS

Kind = Literal["text", "whole", "real", "truth", "texts", "spans"]
Row = tuple[Any, ...]
T_contra = TypeVar("T_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Table(Generic[T_contra]):
    """A table; `rows` gives those of one article's records, or of one record of what holds across articles.

    Any cell may be None but those of the kinds truth, texts and spans.
    """

    name: str
    columns: Mapping[str, Kind]
    rows: Callable[[T_contra], Iterator[Row]]


def columns(*runs: str) -> dict[str, Kind]:
    """Read "kind: name name …" into the kinds of columns, in order."""
    out: dict[str, Kind] = {}
    for run in runs:
        kind, names = run.split(":")
        out.update(dict.fromkeys(names.split(), cast(Kind, kind)))
    return out


def rounded(number: float | None) -> float | None:
    """Round as the output files do, so that a table is the same from them and from memory."""
    return None if number is None else round(number, DECIMALS)
