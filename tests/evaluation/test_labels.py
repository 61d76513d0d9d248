"""Labels that were scored, written and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.labels import ScoredLabel, parse_labels, write_labels


@given(st.lists(st.tuples(*[st.sampled_from(["pro", "anti", "neutral"])] * 2), max_size=12))
def test_labels_are_read_back_as_written(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("labels")
    written = [
        ScoredLabel('a, "b"', n * 10, n * 10 + 9, gold, given_label, 0.75) for n, (gold, given_label) in enumerate(rows)
    ]
    write_labels(folder, written)
    assert parse_labels((folder / "labels.csv").read_text()) == written


def test_labels_of_another_form_are_none() -> None:
    assert parse_labels("article,text\na,b\n") is None
