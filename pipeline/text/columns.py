"""Which column of a table, or key of a JSON line, holds which field of an article."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pipeline.errors import InputError, UsageError

FIELDS = ("id", "text", "title", "source", "url", "published", "authors")
NEEDED = ("id", "text")
OPTION = "--columns"
SHOWN = f"write it like {OPTION} id=doc_id,text=body"


class Columns(NamedTuple):
    """The columns that a user names; every other field is looked for under its own name."""

    named: Mapping[str, str] = MappingProxyType({})

    def of(self, field: str) -> str:
        """Give the column of a field."""
        return self.named.get(field, field)

    def present(self, header: list[str], where: str) -> dict[str, str]:
        """Give the columns by field that a table has; one that is not named may be missing, `id` and `text` may not.

        Raises:
            InputError: a column is missing, or there twice.
        """
        for field in FIELDS:
            column = self.of(field)
            if column not in header and (field in NEEDED or field in self.named):
                raise InputError(
                    f"no column {column!r} for the field {field}; there are {', '.join(map(repr, header[:20]))}",
                    where,
                    f"name the column: {OPTION} {field}=COLUMN",
                )
            if header.count(column) > 1:
                raise InputError(f"the column {column!r} is there twice", where, "give each column a name of its own")
        return {field: self.of(field) for field in FIELDS if self.of(field) in header}


OWN_NAMES = Columns()


def parse_columns(option: str | None) -> Columns:
    """Read "id=doc_id,text=body"; None names nothing.

    Raises:
        UsageError: a part is not FIELD=COLUMN, or a field is unknown or named twice.
    """
    named: dict[str, str] = {}
    for part in option.split(",") if option is not None else ():
        field, _, column = (piece.strip() for piece in part.partition("="))
        if not field or not column:
            raise UsageError(f"{part!r} is not FIELD=COLUMN", OPTION, SHOWN)
        if field not in FIELDS:
            raise UsageError(f"there is no field {field!r}", OPTION, f"one of {', '.join(FIELDS)}")
        if field in named:
            raise UsageError(f"the field {field!r} is named twice", OPTION, SHOWN)
        named[field] = column
    return Columns(MappingProxyType(named))
