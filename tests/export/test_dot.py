"""DOT: pydot reads the map, texts stay texts, and what colours say is said without them."""

import re
import shutil
import subprocess
from html import unescape
from typing import Any

import pydot
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export.dot import COLOURS, INK, PLAIN, dump, quoted
from pipeline.records.article_records import ArticleRecords

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot")


def shown(value: str) -> str:
    """Give the text that Graphviz shows for a quoted string of a file."""
    inside = value[1:-1].replace('\\"', '"')
    return unescape(re.sub(r"\\(.)", lambda found: "\n" if found[1] == "l" else found[1], inside))


def check(found: ArticleRecords) -> None:
    graphs = pydot.graph_from_dot_data(dump(found))
    assert graphs is not None
    (graph,) = graphs
    nodes = {node.get_name(): node for node in graph.get_nodes() if re.fullmatch(r"n\d+", node.get_name())}
    assert list(nodes) == [f"n{n}" for n in range(len(found.map.nodes))]
    for node, drawn in zip(found.map.nodes, nodes.values(), strict=True):
        assert shown(drawn.get("tooltip")).split() == re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", node.text).split()
    number = {node.id: f"n{n}" for n, node in enumerate(found.map.nodes)}
    edges = {(e.get_source(), e.get_destination()): e.get("style") for e in graph.get_edges()}
    style = {"supports": "solid", "attacks": "dashed"}
    assert edges == {(number[e.source], number[e.target]): style[e.relation] for e in found.map.edges}


def test_the_seeds_are_read_as_they_are(seeds: list[ArticleRecords]) -> None:
    for found in seeds:
        check(found)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_articles_are_read_as_they_are(hostile: Any, data: st.DataObject) -> None:
    check(data.draw(hostile))


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_graphviz_draws_hostile_articles(hostile: Any, data: st.DataObject) -> None:
    done = subprocess.run(["dot", "-Tsvg"], input=dump(data.draw(hostile)).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_labels_are_wrapped_and_say_side_type_and_speaker(plain_article: ArticleRecords) -> None:
    label = re.findall(r"label=(\".*?\"), tooltip", dump(plain_article))[1]
    assert shown(label) == "“It is safe,” said Ana Ruiz.\n+ claim · Ana Maria Ruiz\n"
    assert "the article" in dump(plain_article)


def test_what_would_mean_something_is_escaped() -> None:
    assert quoted('a "b" \\N &lt;') == '"a \\"b\\" \\\\N &amp;lt;"'


def test_text_stands_out_from_its_ground() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for line, ground in (*COLOURS.values(), PLAIN):
        assert (light(ground) + 0.05) / (light(INK) + 0.05) > 7  # WCAG 2, AAA for text
        assert (light(ground) + 0.05) / (light(line) + 0.05) > 3  # AA for what is not text
