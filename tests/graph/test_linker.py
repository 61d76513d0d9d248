"""The linker's file, its probabilities, and what it learns."""

from pathlib import Path

import numpy as np
import pytest
from scenes import Line, statements_of

from pipeline.errors import InputError, MissingArtifactError
from pipeline.graph.argued import Argued, Lesson, learn
from pipeline.graph.learn import Choice, Likelihood, fit_choices
from pipeline.graph.linker import Linker, dump_linker, load_linker, reasons


def test_a_linker_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "linker.json"
    path.write_text(dump_linker({"b": 0.123456, "a": 1.0, "nought": 0.00001}, {"t": -2.0}))
    linker = load_linker(path)
    assert (linker.claim, linker.target) == ({"a": 1.0, "b": 0.1235}, {"t": -2.0})
    assert list(linker.claim) == ["a", "b"]


@pytest.mark.parametrize("data", ["", "[]", '{"claim": {}}', '{"claim": {"a": "x"}, "target": {}}', '{"other": {}}'])
def test_what_is_no_linker_is_named_with_its_file(tmp_path: Path, data: str) -> None:
    path = tmp_path / "linker.json"
    path.write_text(data)
    with pytest.raises(InputError, match="not a linker") as error:
        load_linker(path)
    assert error.value.where == str(path)


def test_a_missing_linker_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(MissingArtifactError, match="dvc repro train"):
        load_linker(tmp_path / "none.json")


def test_shares_are_a_distribution_that_heeds_the_priors() -> None:
    linker = Linker({}, {"near": 1.0}, "")
    assert linker.shares([], []) == []
    likely, unlikely = linker.shares([{"near": 1.0}, {"near": 1.0}], [0.9, 0.1])
    assert likely + unlikely == pytest.approx(1)
    assert likely == pytest.approx(0.9)


def test_reasons_are_what_weighed_most_for_it() -> None:
    assert reasons({"a": 1.0, "b": 3.0, "c": -5.0, "d": 0.5}, {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}) == [
        "b",
        "a",
        "d",
    ]


def test_a_feature_of_what_was_chosen_gains_weight() -> None:
    weights = fit_choices([Choice([{"good": 1.0}, {"bad": 1.0}], 0)] * 20, penalty=1.0)
    assert weights["good"] > 0.5 > -0.5 > weights["bad"]
    assert fit_choices([], 1.0) == {}


def test_the_fit_is_the_optimum() -> None:
    choices = [Choice([{"a": 1.0, "b": 0.5}, {"b": 1.0}, {}], n % 3) for n in range(10)]
    weights = fit_choices(choices, 0.5)
    _, slope = Likelihood(choices, ["a", "b"], 0.5).value_and_slope(np.array([weights["a"], weights["b"]]))
    assert np.abs(slope).max() < 1e-9


def test_the_order_of_articles_does_not_matter() -> None:
    lessons = [
        Lesson(name, [Argued(s, n == 0, None if n == 0 else 0) for n, s in enumerate(statements_of(lines))], [])
        for name, lines in {
            "a": [Line("The rule must go.", "anti", "Bo Fox"), Line("A man died.", "anti", "Bo Fox")],
            "b": [Line("Keep the rule.", "pro", "Ann Lee"), Line("Because 40 called.", "pro", "Ann Lee")],
            "c": [Line("Repeal it.", "anti"), Line("It cost $40.", "anti")],
        }.items()
    ]
    assert dump_linker(*learn(lessons, 1.0)) == dump_linker(*learn(lessons[::-1], 1.0))
