import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from pipeline.errors import UsageError
from pipeline.records.schema import FILES, schema_json, schema_of


def test_every_output_file_has_a_schema_with_all_fields_described() -> None:
    schemas = json.loads(schema_json(None))
    assert list(schemas) == [f"{name}.jsonl" for name in FILES]
    for name in FILES:
        assert schemas[f"{name}.jsonl"]["properties"], name


def test_unknown_file_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        schema_of("nothing")


def test_every_line_of_a_run_fits_its_schema(run_on_seeds: Path) -> None:
    for name, kind in FILES.items():
        validate = TypeAdapter(kind).validate_json
        for line in (run_on_seeds / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            validate(line, strict=False)
            assert list(json.loads(line)) == list(json.loads(TypeAdapter(kind).dump_json(validate(line))))
