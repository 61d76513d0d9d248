from dataclasses import dataclass, fields, is_dataclass

import pytest

from pipeline import records
from pipeline.records.meanings import meanings_of
from pipeline.records.schema import FILES, schema_of

RECORDS = [getattr(records, name) for name in records.__all__ if is_dataclass(getattr(records, name))]


@dataclass
class Nib:
    """A record of this test; # this is no comment."""

    width: float  # millimetres, # and all
    ink: str = "#000"
    worn: bool = False  # true: grind it


def test_a_meaning_is_the_comment_beside_a_field() -> None:
    assert meanings_of(Nib) == {"width": "millimetres, # and all", "worn": "true: grind it"}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_field_of_every_record_says_what_it_means(kind: type) -> None:
    assert list(meanings_of(kind)) == [field.name for field in fields(kind)]


@pytest.mark.parametrize("name", FILES)
def test_the_schema_says_so_too(name: str) -> None:
    schema = schema_of(name)
    for part in (schema, *schema.get("$defs", {}).values()):
        meanings = meanings_of(getattr(records, part["title"]))
        assert {field: told["description"] for field, told in part["properties"].items()} == meanings
