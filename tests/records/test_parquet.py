from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import InputError
from pipeline.records import ArgumentMap, Sentence
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.layout import Layout
from pipeline.records.output import output
from pipeline.records.parquet import BYTES, ROWS, arrow_schema
from pipeline.records.schema import FILES

PARQUET = Layout("parquet")


def sentence(number: int, text: str = "Words.") -> Sentence:
    return Sentence(id=f"a:s{number}", article="a", index=number, start=0, end=1, text=text, kind="body", paragraph=0)


def groups(file: Path) -> list[int]:
    found = pq.ParquetFile(file).metadata
    return [found.row_group(n).num_rows for n in range(found.num_row_groups)]


def test_every_output_has_a_schema_of_its_fields() -> None:
    for kind in FILES.values():
        assert arrow_schema(kind).names == list(kind.__dataclass_fields__)


def test_what_can_be_null_is_what_the_record_type_says() -> None:
    schema = arrow_schema(ArgumentMap)
    assert not schema.field("article").nullable
    assert schema.field("title").nullable
    node = schema.field("nodes").type.value_type
    assert pa.types.is_struct(node)
    assert node.field("start") == pa.field("start", pa.int64(), nullable=True)
    assert node.field("confidence").type == pa.float64()
    assert schema.field("summary").type.field("claims").type == pa.map_(
        pa.string(), pa.field("value", pa.int64(), nullable=False)
    )


def test_row_groups_are_of_one_size_however_the_lines_come(tmp_path: Path) -> None:
    rows = [sentence(n) for n in range(ROWS + 5)]
    for folder, step in (("one", len(rows)), ("other", 7)):
        with output(tmp_path / folder, "sentences", PARQUET) as file:
            for at in range(0, len(rows), step):
                file.put(dump_lines(rows[at : at + step]))
    assert groups(tmp_path / "one" / "sentences.parquet") == [ROWS, 5]
    one, other = ((tmp_path / folder / "sentences.parquet").read_bytes() for folder in ("one", "other"))
    assert one == other


def test_long_rows_make_a_row_group_before_they_fill_the_memory(tmp_path: Path) -> None:
    with output(tmp_path, "sentences", PARQUET) as file:
        for number in range(4):
            file.put(dump_lines([sentence(number, "x" * (BYTES // 2))]))
    assert groups(tmp_path / "sentences.parquet") == [2, 2]


def test_nothing_of_pandas_is_written(tmp_path: Path) -> None:
    with output(tmp_path, "sentences", PARQUET) as file:
        file.put(dump_lines([sentence(0)]))
    assert pq.ParquetFile(tmp_path / "sentences.parquet").metadata.metadata is None


def test_parquet_of_something_else_is_an_input_error(tmp_path: Path) -> None:
    pq.write_table(pa.table({"x": [1]}), tmp_path / "sentences.parquet")
    with pytest.raises(InputError) as caught:
        list(read(tmp_path / "sentences.jsonl", Sentence, "sentences"))
    assert caught.value.where.endswith("sentences.parquet:1")
