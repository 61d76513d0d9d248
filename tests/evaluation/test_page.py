"""The page of scores stands alone and shows what it is given."""

import re
from pathlib import Path
from xml.etree import ElementTree

from pipeline.evaluation.argument import ArgumentScores
from pipeline.evaluation.page import write_page
from pipeline.evaluation.pictures import bar_chart, line_chart
from pipeline.evaluation.stance import Judged, score
from pipeline.params import Params

ROWS = [Judged("a", "pro", "pro", 0.9, voice="author", genre="wire"), Judged("b", "anti", "pro", 0.4, genre="<oped>")]


def test_a_line_runs_through_its_points_from_the_lower_left() -> None:
    tree = ElementTree.fromstring(line_chart({"a & b": [(0, 0), (1, 1)]}, "x", "y"))  # noqa: S314
    (line,) = tree.iter("polyline")
    (x1, y1), (x2, y2) = (map(float, p.split(",")) for p in line.attrib["points"].split())
    assert x1 < x2
    assert y1 > y2
    assert "a & b" in [t.text for t in tree.iter("text")]


def test_bars_are_as_long_as_their_values() -> None:
    tree = ElementTree.fromstring(bar_chart({"g": {"one": 0.2, "two": 0.8}}, "F1"))  # noqa: S314
    one, two = [float(r.attrib["width"]) for r in tree.iter("rect") if r.attrib["height"] != "10"]
    assert two == 4 * one


def test_the_page_needs_nothing_from_elsewhere_and_escapes_names(params: Params, tmp_path: Path) -> None:
    scores = score(ROWS, params.evaluate)
    test = {
        "articles": 2, "stance": scores, "sentences": {"f1": 1.0}, "kind_accuracy": 1.0, "entities": {"f1": 1.0},
        "quotes": {"content_f1": 0.5, "source_accuracy": 0.5}, "speaker_accuracy": None,
    }  # fmt: skip
    reader = {"test: reader": ROWS[:1]}
    result = {
        "test": test, "stance": {name: score(rows, params.evaluate) for name, rows in reader.items()},
        "agreement": {}, "learning_curve": [], "argument": {"test": ArgumentScores().summary(), "cross_validation": None, "readers": None},
    }  # fmt: skip
    write_page(tmp_path / "e.html", result, {"test": ROWS, **reader}, params)
    page = (tmp_path / "e.html").read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href)=|https?:|@import|url\(", page)
    assert "a second reader" in page
    assert "&lt;oped&gt;" in page
    assert "<oped>" not in page
    assert f"{scores['macro_f1']:.3f}" in page
