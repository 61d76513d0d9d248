"""Agreement of several readers: Krippendorff's alpha by its formula, labels apart, tables, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import MissingArtifactError, UsageError
from pipeline.evaluation.agreement import kappa
from pipeline.evaluation.reader_tables import tables
from pipeline.evaluation.readers import agreement_of, alpha, by_label, confusion, read_readings

ROW = {"kind": "body", "speaker": None, "quote": "none", "role": "none", "to": None, "rel": None}
CARD = {"id": "a", "split": "test", "origin": "real", "title": None, "source": None, "genre": None, "published": None}
labels = st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), min_size=1, max_size=20)


def test_alpha_of_two_readers_by_the_formula_for_nominal_labels() -> None:
    rows = list(zip("aabbccabca", "aabbcbabcc", strict=True))
    observed = sum(a != b for a, b in rows) / len(rows)
    values = [value for row in rows for value in row]
    n = len(values)
    expected = 1 - sum(values.count(v) * (values.count(v) - 1) for v in set(values)) / (n * (n - 1))
    assert alpha(rows) == pytest.approx(1 - observed / expected)


def test_alpha_at_its_ends_and_with_rows_that_one_reader_lacks() -> None:
    assert alpha([("a", "a", "a"), ("b", "b", "b")]) == 1
    assert alpha([("a", "a"), ("a", "a")]) == alpha([]) == alpha([("a", None), (None, "b")]) == 1
    assert alpha([("a", "b"), ("b", "a")]) < 0
    assert alpha([("a", "a", None), ("b", "b", "b"), ("a", None, None)]) == 1


@given(labels)
def test_alpha_does_not_mind_the_order_of_readers_or_rows(rows: list[tuple[str | None, ...]]) -> None:
    assert alpha(rows) == pytest.approx(alpha([tuple(reversed(row)) for row in reversed(rows)]))
    assert alpha(rows) <= 1 + 1e-9


def test_labels_are_judged_apart() -> None:
    found = by_label([("pro", "pro", "anti"), ("anti", "anti", "anti")])
    assert found["pro"]["used"] == 2
    assert found["pro"]["f1"] == pytest.approx(2 * 1 / (2 * 1 + 2))  # one pair agrees, two have it once
    assert found["anti"]["f1"] == pytest.approx(2 * 3 / (2 * 3 + 2))


def test_confusion_counts_the_second_reader_by_the_first() -> None:
    rows = [("pro", "pro"), ("pro", "anti"), ("anti", None)]
    assert confusion(rows, 0, 1) == {"anti": {"anti": 0, "pro": 0}, "pro": {"anti": 1, "pro": 1}}


def folder_of(path: Path, **readers: list[dict[str, Any]]) -> Path:
    (path / "articles").mkdir(parents=True)
    (path / "articles" / "a.txt").write_text("It helps. It harms. It is.")
    (path / "articles.jsonl").write_text(json.dumps(CARD))
    for reader, rows in readers.items():
        (path / reader).mkdir()
        (path / reader / "a.jsonl").write_text("\n".join(json.dumps(ROW | r) for r in rows))
    return path


def rows_of(*stances: str) -> list[dict[str, Any]]:
    places = [(0, 9), (10, 19), (20, 26)]
    return [{"start": a, "end": b, "stance": s} for (a, b), s in zip(places, stances, strict=False)]


def test_three_readers_are_compared_together_and_pair_by_pair(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path / "x",
        ann=rows_of("pro", "anti", "neutral"),
        ben=rows_of("pro", "neutral", "neutral"),
        cy=rows_of("pro", "anti"),
    )
    found = agreement_of(read_readings(folder, tmp_path, ("ann", "ben", "cy")))
    assert (found["articles"], found["rows"]) == (1, 3)
    assert list(found["pairs"]) == ["ann, ben", "ann, cy", "ben, cy"]
    assert found["pairs"]["ann, cy"]["kappa"]["stance"] == 1
    assert found["pairs"]["ann, ben"]["kappa"]["stance"] == pytest.approx(
        kappa([("pro", "pro"), ("anti", "neutral"), ("neutral", "neutral")])
    )
    assert 0 < found["alpha"]["stance"] < 1
    text = "\n".join(tables(found))
    assert "1 articles, 3 rows, readers ann, ben, cy" in text
    assert "| stance: ann, ben | anti | neutral | pro |\n| --- | --- | --- | --- |\n| anti | 0 | 1 | 0 |" in text


def test_readers_without_a_common_article_or_named_twice_are_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "x", ann=rows_of("pro"))
    with pytest.raises(MissingArtifactError, match="nobody"):
        read_readings(folder, tmp_path, ("ann", "nobody"))
    for readers in (("ann",), ("ann", "ann")):
        with pytest.raises(UsageError, match="ann"):
            read_readings(folder, tmp_path, readers)
