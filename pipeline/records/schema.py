"""JSON Schema of the output files, generated from the record types; a field's description is the comment beside it."""

import json
from typing import Any

from pydantic import TypeAdapter

from pipeline import records
from pipeline.errors import UsageError
from pipeline.records import (
    Actor,
    ArgumentMap,
    Article,
    ClaimGroup,
    Entity,
    Failure,
    Outlet,
    Quote,
    Sentence,
    Speaker,
    Stance,
)
from pipeline.records.meanings import meanings_of

VERSION = "1"
FILES: dict[str, type[Any]] = {
    "articles": Article,
    "sentences": Sentence,
    "entities": Entity,
    "quotes": Quote,
    "speakers": Speaker,
    "stances": Stance,
    "maps": ArgumentMap,
    "claims": ClaimGroup,
    "actors": Actor,
    "outlets": Outlet,
    "failures": Failure,
}


def schema_of(name: str) -> dict[str, Any]:
    """Give the schema of one line of an output file.

    Raises:
        UsageError: there is no such file.
    """
    if name not in FILES:
        raise UsageError("no such output file", name, "one of " + ", ".join(FILES))
    schema = TypeAdapter(FILES[name]).json_schema(mode="serialization")
    for part in (schema, *schema.get("$defs", {}).values()):
        for field, meaning in meanings_of(getattr(records, part["title"])).items():
            part["properties"][field]["description"] = meaning
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_json(name: str | None) -> str:
    """Give one schema, or all by file name, as indented JSON."""
    schemas = schema_of(name) if name else {f"{file}.jsonl": schema_of(file) for file in FILES}
    return json.dumps(schemas, indent=2, ensure_ascii=False)
